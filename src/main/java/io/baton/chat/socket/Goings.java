package io.baton.chat.socket;

import io.baton.chat.AgentReady;
import io.baton.chat.Availability;
import io.baton.chat.Frames;
import io.baton.chat.ServerFrame;
import io.baton.chat.VisitorConnected;
import io.baton.chat.VisitorGone;
import io.baton.identity.Tenants;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the other modules who came and went, and lets the newest device win where the tenant wants it so. */
@Component
class Goings {

    static final String DEVICES = "chat.devices";
    static final String NEWEST = "newest";

    private final ApplicationEventPublisher events;
    private final Availability availability;
    private final Tenants tenants;
    private final Frames frames;

    Goings(ApplicationEventPublisher events, Availability availability, Tenants tenants, Frames frames) {
        this.events = events;
        this.availability = availability;
        this.tenants = tenants;
        this.frames = frames;
    }

    @Transactional
    public void ready(Connection connection, boolean first) {
        var tenant = connection.actor().tenant();
        if (NEWEST.equals(tenants.settings(tenant).text(DEVICES, "several"))) {
            kickOthers(connection);
        }
        if (connection.isAgent()) {
            events.publishEvent(new AgentReady(tenant, connection.actor().id()));
        } else if (first) {
            events.publishEvent(new VisitorConnected(
                    tenant, UUID.fromString(connection.actor().id())));
        }
    }

    @Transactional
    public void gone(Connection connection, boolean last) {
        if (last && !connection.isAgent()) {
            events.publishEvent(new VisitorGone(
                    connection.actor().tenant(),
                    UUID.fromString(connection.actor().id())));
        }
    }

    private void kickOthers(Connection newest) {
        var kicked = frames.encode(new ServerFrame.Kicked("newer_device"));
        for (var device : availability.of(newest.actor().tenant(), newest.party())) {
            if (device instanceof Connection other && other != newest) {
                other.send(kicked);
                other.close(Closing.KICKED, false);
            }
        }
    }
}
