package io.baton.chat.socket;

import io.baton.chat.Availability;
import io.baton.kernel.TenantScope;
import io.baton.presence.Presence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/**
 * What happens when a connection begins and ends. The connection is known to the hub before the heads are read, so that no
 * message falls between READY and the first delivery.
 */
@Component
class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

    private final Availability availability;
    private final Connections connections;
    private final Greeting greeting;
    private final Presence presence;
    private final TenantScope scope;
    private final Goings goings;

    Arrivals(
            Availability availability,
            Connections connections,
            Greeting greeting,
            Presence presence,
            TenantScope scope,
            Goings goings) {
        this.availability = availability;
        this.connections = connections;
        this.greeting = greeting;
        this.presence = presence;
        this.scope = scope;
        this.goings = goings;
    }

    void arrived(Connection connection) {
        connections.add(connection);
        var first = availability.join(connection);
        try {
            scope.run(connection.actor(), () -> {
                if (connection.isAgent()) {
                    presence.connected(connection.actor().id(), connection.id());
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
        connection.gone();
        if (!connections.remove(connection)) {
            return;
        }
        var last = availability.leave(connection);
        try {
            scope.run(connection.actor(), () -> {
                if (connection.isAgent()) {
                    presence.disconnected(connection.actor().id(), connection.id(), Closing.isOnPurpose(status));
                }
                goings.gone(connection, last);
            });
        } catch (RuntimeException failure) {
            log.warn("could not see off a connection: {}", failure.getClass().getName());
        }
    }
}
