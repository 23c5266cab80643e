package io.baton.chat;

import io.baton.identity.AfterCommit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells those who lead a department, on every node, that its floor has changed; who shows it asks again. However much
 * happens, a desk is told of a department at most once a second.
 */
@Component
class FloorFrames {

    private final Availability availability;
    private final Relay relay;
    private final Frames frames;
    private final Set<Hint.Floor> changed = ConcurrentHashMap.newKeySet();

    FloorFrames(Availability availability, Relay relay, Frames frames) {
        this.availability = availability;
        this.relay = relay;
        this.frames = frames;
    }

    @EventListener
    void on(FloorChanged event) {
        var floor = new Hint.Floor(event.tenant(), event.department());
        AfterCommit.run(() -> {
            if (show(floor)) {
                relay.tell(floor);
            }
        });
    }

    /** Shows a change at the next turn, here only; false when that was to happen anyway. */
    boolean show(Hint.Floor floor) {
        return changed.add(floor);
    }

    @Scheduled(fixedDelay = 1_000)
    void turn() {
        var due = changed.stream().filter(changed::remove).toList();
        if (!due.isEmpty()) {
            availability
                    .all()
                    .filter(device -> device.party().kind() == Party.Kind.AGENT)
                    .forEach(device -> show(due, device));
        }
    }

    private void show(List<Hint.Floor> due, Device device) {
        var actor = device.actor();
        due.stream()
                .filter(floor -> floor.tenant().equals(actor.tenant()) && actor.leads(floor.department()))
                .forEach(floor -> device.send(frames.encode(new ServerFrame.Floor(floor.department()))));
    }
}
