package io.baton.chat.socket;

import io.baton.chat.AgentReady;
import io.baton.chat.Hub;
import io.baton.chat.VisitorConnected;
import io.baton.chat.VisitorGone;
import io.baton.identity.Tenants;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the other modules who came and went, and lets the newest device win where the tenant wants it so. */
@Component
class Goings {

    static final String DEVICES = "chat.devices";
    static final String NEWEST = "newest";

    private final ApplicationEventPublisher events;
    private final Hub hub;
    private final Tenants tenants;

    Goings(ApplicationEventPublisher events, Hub hub, Tenants tenants) {
        this.events = events;
        this.hub = hub;
        this.tenants = tenants;
    }

    void ready(Connection connection, boolean first) {
        var tenant = connection.actor().tenant();
        if (NEWEST.equals(tenants.settings(tenant).text(DEVICES, "several"))) {
            hub.kickOthers(connection);
        }
        if (connection.isAgent()) {
            events.publishEvent(new AgentReady(tenant, connection.actor().id()));
        } else if (first) {
            events.publishEvent(new VisitorConnected(
                    tenant, UUID.fromString(connection.actor().id())));
        }
    }

    /** The last device of somebody has gone. */
    void gone(Connection connection) {
        if (!connection.isAgent()) {
            events.publishEvent(new VisitorGone(
                    connection.actor().tenant(),
                    UUID.fromString(connection.actor().id())));
        }
    }
}
