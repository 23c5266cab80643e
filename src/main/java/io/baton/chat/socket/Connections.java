package io.baton.chat.socket;

import io.baton.chat.Limits;
import io.baton.identity.SessionEnded;
import io.baton.kernel.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/** The open connections of this node: how many an address or a visitor has, and whose right to be here has ended. */
@Component
class Connections {

    private static final long RETRY_SECONDS = 5;

    private final Map<String, Connection> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Limits limits;
    private final Clock clock;

    Connections(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Passes while the guest may open one more; refuses with 429 {@code too_many_connections}. */
    void requireRoom(Guest guest) {
        if (limits.isExempt(guest.address())) {
            return;
        }
        var tooMany = counts.getOrDefault(address(guest), 0) >= limits.connectionsPerAddress()
                || (guest.who().visitor() && counts.getOrDefault(visitor(guest), 0) >= limits.connectionsPerVisitor());
        if (tooMany) {
            throw Problem.tooMany("too_many_connections", RETRY_SECONDS);
        }
    }

    void add(Connection connection) {
        open.put(connection.id(), connection);
        count(connection.guest(), 1);
    }

    /** Removes a connection; false when it was not there. */
    boolean remove(Connection connection) {
        if (!open.remove(connection.id(), connection)) {
            return false;
        }
        count(connection.guest(), -1);
        return true;
    }

    @EventListener
    void on(SessionEnded event) {
        close(connection -> event.sessionId().equals(connection.who().session()), Closing.REVOKED);
    }

    /** Clients are to connect elsewhere at once. */
    @EventListener(ContextClosedEvent.class)
    void leave() {
        close(connection -> true, Closing.GOING_AWAY);
    }

    @Scheduled(fixedDelay = 2_000)
    void closeExpired() {
        var now = clock.instant();
        close(
                connection -> {
                    var until = connection.who().until();
                    return until != null && !until.isAfter(now);
                },
                Closing.REVOKED);
    }

    private void close(Predicate<Connection> which, CloseStatus status) {
        open.values().stream().filter(which).forEach(connection -> connection.close(status, true));
    }

    private void count(Guest guest, int change) {
        counts.merge(address(guest), change, Connections::sum);
        if (guest.who().visitor()) {
            counts.merge(visitor(guest), change, Connections::sum);
        }
    }

    private static @org.jspecify.annotations.Nullable Integer sum(int before, int change) {
        return before + change == 0 ? null : Integer.valueOf(before + change);
    }

    private static String address(Guest guest) {
        return "address " + guest.address();
    }

    private static String visitor(Guest guest) {
        return "visitor " + guest.who().actor().tenant() + " "
                + guest.who().actor().id();
    }
}
