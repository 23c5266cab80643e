package io.baton.chat.socket;

import io.baton.chat.Limits;
import io.baton.identity.SessionEnded;
import io.baton.kernel.Problem;
import java.time.Clock;
import java.util.List;
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
    private volatile boolean leaving;

    /** Where only so many may be. */
    private record Place(String name, int most) {}

    Connections(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Keeps room for a guest who is about to open a connection; refuses with 429 {@code too_many_connections}, and with 503
     * {@code unavailable} when this node is about to leave. Whoever keeps room opens a connection or gives it back.
     */
    void keepRoom(Guest guest) {
        if (leaving) {
            throw Problem.of(503, "unavailable", Map.of("retryAfterSeconds", 1L));
        }
        if (limits.isExempt(guest.address())) {
            return;
        }
        var fits = true;
        for (var place : places(guest)) {
            fits &= counts.merge(place.name(), 1, Integer::sum) <= place.most();
        }
        if (!fits) {
            giveRoomBack(guest);
            throw Problem.tooMany("too_many_connections", RETRY_SECONDS);
        }
    }

    void giveRoomBack(Guest guest) {
        if (!limits.isExempt(guest.address())) {
            places(guest).forEach(place -> free(place.name()));
        }
    }

    void add(Connection connection) {
        open.put(connection.id(), connection);
        if (leaving) {
            connection.close(Closing.GOING_AWAY, true);
        }
    }

    /** Removes a connection and frees its room; false when it was not there. */
    boolean remove(Connection connection) {
        if (!open.remove(connection.id(), connection)) {
            return false;
        }
        giveRoomBack(connection.guest());
        return true;
    }

    @EventListener
    void on(SessionEnded event) {
        close(connection -> event.sessionId().equals(connection.who().session()), Closing.REVOKED);
    }

    /** Of the application itself and not of one that is a part of it, as the management endpoints may be. */
    @EventListener(condition = "#event.applicationContext.parent == null")
    void on(ContextClosedEvent event) {
        leave();
    }

    /** Clients are to connect elsewhere at once. */
    void leave() {
        leaving = true;
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
                Closing.EXPIRED);
    }

    /** Closes at once those that pass. */
    void close(Predicate<Connection> which, CloseStatus status) {
        open.values().stream().filter(which).forEach(connection -> connection.close(status, true));
    }

    private List<Place> places(Guest guest) {
        var address = new Place("address " + guest.address(), limits.connectionsPerAddress());
        if (!guest.who().visitor()) {
            return List.of(address);
        }
        var actor = guest.who().actor();
        return List.of(
                address, new Place("visitor " + actor.tenant() + " " + actor.id(), limits.connectionsPerVisitor()));
    }

    private void free(String place) {
        counts.computeIfPresent(place, (name, taken) -> taken > 1 ? taken - 1 : null);
    }
}
