package io.baton.chat.socket;

import io.baton.chat.Blocklist;
import io.baton.kernel.Problem;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes the sockets of customers who were blocked after they had come in, on every node, within seconds. */
@Component
class Unwelcome {

    private final Connections connections;
    private final Blocklist blocklist;

    Unwelcome(Connections connections, Blocklist blocklist) {
        this.connections = connections;
        this.blocklist = blocklist;
    }

    /** Asks what this node remembers of the blocklist, and no database for each connection. */
    @Scheduled(fixedDelay = 2_000)
    void showOut() {
        connections.close(connection -> isBlocked(connection.guest()), Closing.REVOKED);
    }

    private boolean isBlocked(Guest guest) {
        try {
            requireWelcome(guest);
            return false;
        } catch (Problem blocked) {
            return true;
        }
    }

    /** Passes staff, and customers whom nobody has blocked; refuses the others with 403 {@code blocked}. */
    void requireWelcome(Guest guest) {
        if (guest.who().visitor()) {
            var actor = guest.who().actor();
            blocklist.requireWelcome(actor.tenant(), actor.id(), guest.address());
        }
    }
}
