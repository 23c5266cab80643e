package io.baton.chat;

import io.baton.identity.AfterCommit;
import io.baton.kernel.Tenant;
import io.baton.presence.PresenceChanged;
import io.baton.presence.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Shows changes of presence to those who may see them: the agent, the managers of the agent's department, the
 * administrators. Only the newest state of each agent within half a second is shown.
 */
@Component
class PresenceFrames {

    private final Availability availability;
    private final Frames frames;
    private final Map<Key, Change> changes = new ConcurrentHashMap<>();

    private record Key(Tenant tenant, String person) {}

    private record Change(
            Tenant tenant, String person, @Nullable String department, Status status) {

        boolean isSeenBy(Device device) {
            var actor = device.actor();
            return actor.tenant().equals(tenant)
                    && (actor.id().equals(person) || actor.leads(department))
                    && device.party().kind() == Party.Kind.AGENT;
        }

        ServerFrame.Presence frame() {
            return new ServerFrame.Presence(person, status.state(), status.onShift(), status.light());
        }
    }

    PresenceFrames(Availability availability, Frames frames) {
        this.availability = availability;
        this.frames = frames;
    }

    @EventListener
    void on(PresenceChanged event) {
        var change = new Change(event.tenant(), event.person(), event.department(), event.after());
        AfterCommit.run(() -> changes.put(new Key(event.tenant(), event.person()), change));
    }

    @Scheduled(fixedDelay = 500)
    void show() {
        List<Change> due = new ArrayList<>();
        changes.keySet().forEach(key -> {
            var change = changes.remove(key);
            if (change != null) {
                due.add(change);
            }
        });
        for (var change : due) {
            var frame = frames.encode(change.frame());
            availability.all(change::isSeenBy).forEach(device -> device.send(frame));
        }
    }
}
