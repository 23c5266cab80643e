package io.baton.chat;

import io.baton.identity.AfterCommit;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.presence.PresenceChanged;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Shows changes of presence to those who may see them: the agent, the managers of the agent's department, the
 * administrators; on every node. Only the newest state of each agent within half a second is shown, and each desk is looked
 * at once however many agents have changed.
 */
@Component
class PresenceFrames {

    private final Availability availability;
    private final Relay relay;
    private final Frames frames;
    private final Map<Key, Hint.Seen> changes = new ConcurrentHashMap<>();

    private record Key(Tenant tenant, String person) {}

    PresenceFrames(Availability availability, Relay relay, Frames frames) {
        this.availability = availability;
        this.relay = relay;
        this.frames = frames;
    }

    @EventListener
    void on(PresenceChanged event) {
        var status = event.after();
        var frame = frames.encode(
                new ServerFrame.Presence(event.person(), status.state(), status.onShift(), status.light()));
        var seen = new Hint.Seen(event.tenant(), event.person(), event.department(), frame);
        AfterCommit.run(() -> {
            show(seen);
            relay.tell(seen);
        });
    }

    /** Shows a change at the next turn, here only. */
    void show(Hint.Seen change) {
        changes.put(new Key(change.tenant(), change.person()), change);
    }

    @Scheduled(fixedDelay = 500)
    void turn() {
        var due = new HashMap<Tenant, Map<String, Hint.Seen>>();
        changes.keySet().forEach(key -> {
            var change = changes.remove(key);
            if (change != null) {
                due.computeIfAbsent(key.tenant(), tenant -> new HashMap<>()).put(key.person(), change);
            }
        });
        if (!due.isEmpty()) {
            availability
                    .all()
                    .filter(device -> device.party().kind() == Party.Kind.AGENT)
                    .forEach(device -> show(due.getOrDefault(device.actor().tenant(), Map.of()), device));
        }
    }

    private static void show(Map<String, Hint.Seen> changes, Device device) {
        var actor = device.actor();
        if (actor.is(Role.MANAGER) || actor.is(Role.ADMIN)) {
            changes.values().stream()
                    .filter(change -> change.person().equals(actor.id()) || actor.leads(change.department()))
                    .forEach(change -> device.send(change.frame()));
        } else if (changes.get(actor.id()) instanceof Hint.Seen own) {
            device.send(own.frame());
        }
    }
}
