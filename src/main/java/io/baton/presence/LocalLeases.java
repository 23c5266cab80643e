package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The leases of this node's own connections: fills a Redis that forgot, and stands in for one that cannot be asked. */
final class LocalLeases implements Leases {

    private record Key(Tenant tenant, String person) {}

    private record Lease(Line line, Instant until) {}

    /** A lease that still runs. */
    record Held(Line line, Duration left) {}

    private final Map<Key, Map<String, Lease>> leases = new ConcurrentHashMap<>();
    private final Clock clock;

    LocalLeases(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean lease(Tenant tenant, Line line, Duration time) {
        var before = new boolean[1];
        var now = clock.instant();
        leases.compute(new Key(tenant, line.person()), (key, known) -> {
            before[0] = known != null;
            var next = running(known, now);
            next.put(line.device(), new Lease(line, now.plus(time)));
            return next;
        });
        return before[0];
    }

    @Override
    public void shorten(Tenant tenant, Line line, Duration time) {
        var now = clock.instant();
        leases.computeIfPresent(new Key(tenant, line.person()), (key, known) -> {
            var next = new HashMap<>(known);
            next.computeIfPresent(
                    line.device(),
                    (device, lease) ->
                            lease.line().equals(line) && lease.until().isAfter(now)
                                    ? new Lease(line, now.plus(time))
                                    : lease);
            return next;
        });
    }

    @Override
    public boolean end(Tenant tenant, Line line) {
        var now = clock.instant();
        var left = leases.computeIfPresent(new Key(tenant, line.person()), (key, known) -> {
            var next = running(known, now);
            next.values().removeIf(lease -> lease.line().equals(line));
            return next.isEmpty() ? null : next;
        });
        return left == null;
    }

    @Override
    public Reading read(Tenant tenant, Collection<String> people) {
        var now = clock.instant();
        var left = new HashMap<String, Duration>();
        people.forEach(person -> longest(leases.get(new Key(tenant, person)))
                .ifPresent(until -> left.put(person, Duration.between(now, until))));
        return Reading.of(left);
    }

    @Override
    public Map<String, Duration> takeExpired(Tenant tenant) {
        var now = clock.instant();
        var expired = new HashMap<String, Duration>();
        leases.keySet().stream()
                .filter(key -> key.tenant().equals(tenant))
                .forEach(key -> leases.computeIfPresent(key, (same, known) -> {
                    var over = longest(known).filter(until -> !until.isAfter(now));
                    over.ifPresent(until -> expired.put(key.person(), Duration.between(until, now)));
                    return over.isPresent() ? null : known;
                }));
        return expired;
    }

    /** Every lease of the tenant that still runs. */
    List<Held> held(Tenant tenant) {
        var now = clock.instant();
        return leases.entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .flatMap(entry -> running(entry.getValue(), now).values().stream())
                .map(lease -> new Held(lease.line(), Duration.between(now, lease.until())))
                .toList();
    }

    /** Without what is over: a device that comes back under ever new names leaves nothing behind. */
    private static Map<String, Lease> running(@Nullable Map<String, Lease> devices, Instant now) {
        var running = devices == null ? new HashMap<String, Lease>() : new HashMap<>(devices);
        running.values().removeIf(lease -> !lease.until().isAfter(now));
        return running;
    }

    private static Optional<Instant> longest(@Nullable Map<String, Lease> devices) {
        return devices == null
                ? Optional.empty()
                : devices.values().stream().map(Lease::until).max(Instant::compareTo);
    }
}
