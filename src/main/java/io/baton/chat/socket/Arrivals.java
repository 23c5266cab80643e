package io.baton.chat.socket;

import io.baton.chat.Availability;
import io.baton.chat.Cluster;
import io.baton.kernel.TenantScope;
import io.baton.presence.Presence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/**
 * What happens when a connection begins and ends. The connection is known to the hub, on every node, before the heads are
 * read, so that no message falls between READY and the first delivery.
 */
@Component
class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

    private final Availability availability;
    private final Cluster cluster;
    private final Greeting greeting;
    private final Presence presence;
    private final Goings goings;
    private final TenantScope scope;

    Arrivals(
            Availability availability,
            Cluster cluster,
            Greeting greeting,
            Presence presence,
            Goings goings,
            TenantScope scope) {
        this.availability = availability;
        this.cluster = cluster;
        this.greeting = greeting;
        this.presence = presence;
        this.goings = goings;
        this.scope = scope;
    }

    void arrived(Connection connection) {
        var first = availability.join(connection);
        try {
            if (first) {
                cluster.joined(connection.actor().tenant(), connection.party());
            }
            scope.run(connection.actor(), () -> {
                if (connection.isAgent()) {
                    presence.connected(connection.actor().id(), connection.device(), connection.id());
                }
                connection.ready(greeting.of(connection));
                goings.ready(connection, first);
            });
        } catch (RuntimeException failure) {
            log.warn("could not greet a connection: {}", failure.getClass().getName());
            connection.close(Closing.OVERLOADED, true);
        }
    }

    void left(Connection connection, CloseStatus status) {
        var last = availability.leave(connection);
        try {
            var gone = last && cluster.left(connection.actor().tenant(), connection.party());
            scope.run(connection.actor(), () -> {
                if (connection.isAgent()) {
                    presence.disconnected(
                            connection.actor().id(), connection.device(), connection.id(), Closing.isOnPurpose(status));
                }
                if (gone) {
                    goings.gone(connection);
                }
            });
        } catch (RuntimeException failure) {
            log.warn("could not see off a connection: {}", failure.getClass().getName());
        }
    }
}
