package io.baton.chat;

import io.baton.kernel.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is connected to this node. Does not promise that a device that was told of something has received it: seq and SYNC
 * do that.
 */
@Component
public class Availability {

    /** A party of a tenant. */
    record Key(Tenant tenant, Party party) {}

    private final Map<Key, Map<String, Device>> devices = new ConcurrentHashMap<>();

    /** Adds a device; true when it is the first of its party. */
    public boolean join(Device device) {
        var all = devices.compute(key(device), (key, known) -> {
            var map = known == null ? new ConcurrentHashMap<String, Device>(2) : known;
            map.put(device.id(), device);
            return map;
        });
        return all.size() == 1;
    }

    /** Removes a device; true when it was the last of its party, false also when it was not there. */
    public boolean leave(Device device) {
        var removed = new boolean[1];
        var left = devices.computeIfPresent(key(device), (key, known) -> {
            removed[0] = known.remove(device.id()) != null;
            return known.isEmpty() ? null : known;
        });
        return removed[0] && left == null;
    }

    public Collection<Device> of(Tenant tenant, Party party) {
        var known = devices.get(new Key(tenant, party));
        return known == null ? List.of() : known.values();
    }

    /** Every device of this node. */
    public Stream<Device> all() {
        return devices.values().stream().flatMap(map -> map.values().stream());
    }

    /** Every party that has a device on this node. */
    Set<Key> parties() {
        return devices.keySet();
    }

    boolean has(Key key) {
        return devices.containsKey(key);
    }

    /** Gives a message to all devices here but the one it came from. */
    void deliver(Hint.Text text, @Nullable Device origin) {
        for (var participant : text.participants()) {
            for (var device : of(text.tenant(), participant.party())) {
                if (device != origin) {
                    device.deliver(text.conversationId(), participant.seq(), text.seq(), text.frame());
                }
            }
        }
    }

    private static Key key(Device device) {
        return new Key(device.actor().tenant(), device.party());
    }
}
