package io.baton.presence;

import io.baton.kernel.Tenant;
import io.baton.rota.Rota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who is to work now, remembered until the next shift begins or ends and until the rota changes, which the mark in a
 * reading tells; at most ten seconds in case a node died before it could tell. Without Redis it is asked for each second.
 */
@Component
class OnShift {

    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final Duration UNTOLD = Duration.ofSeconds(1);

    private record Known(String version, Instant until, Set<String> agents) {}

    private final Map<Tenant, Known> known = new ConcurrentHashMap<>();
    private final Rota rota;
    private final Clock clock;

    OnShift(Rota rota, Clock clock) {
        this.rota = rota;
        this.clock = clock;
    }

    /** The agents on shift, by a rota that is at least as new as the reading. */
    Set<String> by(Tenant tenant, Reading reading) {
        var now = clock.instant();
        var found = known.get(tenant);
        if (found != null && found.version().equals(reading.rota()) && now.isBefore(found.until())) {
            return found.agents();
        }
        var until = now.plus(reading.rota().isEmpty() ? UNTOLD : AT_MOST);
        var edge = rota.nextEdge(now).filter(until::isAfter).orElse(until);
        var agents = rota.onShift(now);
        known.put(tenant, new Known(reading.rota(), edge, agents));
        return agents;
    }

    /** The agents on shift by the database, as the open transaction sees it. */
    Set<String> now() {
        return rota.onShift(clock.instant());
    }

    /** Forgets what was known, and tells it. */
    Optional<Set<String>> forget(Tenant tenant) {
        return Optional.ofNullable(known.remove(tenant)).map(Known::agents);
    }
}
