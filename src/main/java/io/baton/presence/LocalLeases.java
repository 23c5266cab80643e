package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The leases of this node's own connections, for as long as Redis cannot be asked. */
final class LocalLeases implements Leases {

    private record Key(Tenant tenant, String person) {}

    private final Map<Key, Map<String, Instant>> leases = new ConcurrentHashMap<>();

    @Override
    public boolean lease(Tenant tenant, String person, String device, Instant until) {
        var before = new boolean[1];
        leases.compute(new Key(tenant, person), (key, known) -> {
            before[0] = known != null;
            var next = known == null ? new HashMap<String, Instant>() : new HashMap<>(known);
            next.put(device, until);
            return next;
        });
        return before[0];
    }

    @Override
    public boolean end(Tenant tenant, String person, String device) {
        var before = new boolean[1];
        var left = leases.computeIfPresent(new Key(tenant, person), (key, known) -> {
            before[0] = true;
            var next = new HashMap<>(known);
            next.remove(device);
            return next.isEmpty() ? null : next;
        });
        return before[0] && left == null;
    }

    @Override
    public Map<String, Instant> of(Tenant tenant, Collection<String> people) {
        var found = new HashMap<String, Instant>();
        people.forEach(
                person -> longest(leases.get(new Key(tenant, person))).ifPresent(until -> found.put(person, until)));
        return found;
    }

    @Override
    public List<String> takeExpired(Tenant tenant, Instant now) {
        return leases.keySet().stream()
                .filter(key -> key.tenant().equals(tenant))
                .filter(key -> takenOut(key, now))
                .map(Key::person)
                .toList();
    }

    private boolean takenOut(Key key, Instant now) {
        var expired = new boolean[1];
        leases.computeIfPresent(key, (same, known) -> {
            expired[0] = longest(known).filter(now::isBefore).isEmpty();
            return expired[0] ? null : known;
        });
        return expired[0];
    }

    private static Optional<Instant> longest(@org.jspecify.annotations.Nullable Map<String, Instant> devices) {
        return devices == null ? Optional.empty() : devices.values().stream().max(Instant::compareTo);
    }
}
