package io.baton.chat.socket;

import io.baton.chat.Cluster;
import io.baton.chat.Heads;
import io.baton.chat.ServerFrame;
import io.baton.kernel.Role;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the first frame of a connection. */
@Component
class Greeting {

    private static final String CUSTOMER = "customer";

    private final Heads heads;
    private final Cluster cluster;
    private final Clock clock;

    Greeting(Heads heads, Cluster cluster, Clock clock) {
        this.heads = heads;
        this.cluster = cluster;
        this.clock = clock;
    }

    ServerFrame.Ready of(Connection connection) {
        var actor = connection.actor();
        return new ServerFrame.Ready(
                actor.id(),
                role(connection),
                actor.tenant().id(),
                cluster.node(),
                heads.of(actor.tenant(), connection.party()),
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
