package io.baton.chat.socket;

import io.baton.chat.Conversations;
import io.baton.chat.ServerFrame;
import io.baton.kernel.Role;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the first frame of a connection. */
@Component
class Greeting {

    private static final String CUSTOMER = "customer";

    private final Conversations conversations;
    private final Clock clock;
    private final String node;

    Greeting(Conversations conversations, Clock clock, @Value("${baton.node:${HOSTNAME:baton}}") String node) {
        this.conversations = conversations;
        this.clock = clock;
        this.node = node;
    }

    ServerFrame.Ready of(Connection connection) {
        var actor = connection.actor();
        return new ServerFrame.Ready(
                actor.id(),
                role(connection),
                actor.tenant().id(),
                node,
                conversations.heads(connection.party()),
                clock.instant());
    }

    /** The role that says most about what this person may do. */
    private static String role(Connection connection) {
        return connection.isAgent()
                ? Stream.of(Role.ADMIN, Role.MANAGER, Role.CUSTOMER_SERVICE, Role.DESIGNER, Role.AUDITOR)
                        .filter(connection.actor()::is)
                        .findFirst()
                        .map(Role::claim)
                        .orElse("none")
                : CUSTOMER;
    }
}
