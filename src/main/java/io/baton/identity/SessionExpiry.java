package io.baton.identity;

import io.baton.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices when a session that opened a socket on this node runs out, which no request tells. */
@Component
class SessionExpiry {

    private final SharedSessions<?> sessions;
    private final SessionEnds ends;
    private final Duration timeout;
    private final Clock clock;
    private final Map<String, Instant> due = new ConcurrentHashMap<>();

    SessionExpiry(
            SharedSessions<?> sessions,
            SessionEnds ends,
            @Value("${server.servlet.session.timeout}") Duration timeout,
            Clock clock) {
        this.sessions = sessions;
        this.ends = ends;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** A session was just used; it cannot run out before its whole time has passed again. */
    void watch(String id) {
        due.put(id, clock.instant().plus(timeout));
    }

    @Scheduled(fixedDelay = 60_000)
    void look() {
        var now = clock.instant();
        due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .forEach(this::look);
    }

    private void look(String id) {
        try {
            var session = sessions.findById(id);
            if (session == null) {
                due.remove(id);
                ends.tell(id);
            } else {
                due.put(
                        id,
                        session.getLastAccessedTime()
                                .plus(session.getMaxInactiveInterval())
                                .plusSeconds(60));
            }
        } catch (Problem away) {
            due.put(id, clock.instant().plusSeconds(60));
        }
    }
}
