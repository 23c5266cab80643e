package io.baton.handoff;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells places in the queue and honest waits. Whoever is being offered to an agent keeps the place until it is taken. */
@Component
class Places {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration PER_PLACE = Duration.ofMinutes(3);

    private final QueueTable queue;
    private final Floor floor;
    private final Turn turn;

    Places(QueueTable queue, Floor floor, Turn turn) {
        this.queue = queue;
        this.floor = floor;
        this.turn = turn;
    }

    /** A place and the wait from it; no wait is told when no seat is served. */
    record Told(UUID handoffId, String customerId, int place, OptionalLong seconds) {}

    /** Whether everybody who waits is being offered to somebody, and has the place that was told. */
    boolean areSettled(String department) {
        return queue.isSettled(department);
    }

    /** Numbers the queue anew, in a transaction of its own; answers whom to tell a new place. */
    List<Told> renumber(String department) {
        queue.holdPlaces(turn.tenant(), department);
        var moved = queue.renumber(department);
        if (moved.isEmpty()) {
            return List.of();
        }
        var estimate = estimate(department);
        int seats = seats(department);
        return moved.stream()
                .map(one ->
                        new Told(one.handoffId(), one.customerId(), one.place(), estimate.seconds(one.place(), seats)))
                .toList();
    }

    /** The place of one request now, and the wait from it. */
    Told of(HandoffSnapshot handoff) {
        var place = queue.place(handoff.id());
        var department = handoff.place().department();
        var wait = handoff.state() == HandoffState.ASSIGNED
                ? OptionalLong.of(0)
                : estimate(department).seconds(place, seats(department));
        return new Told(handoff.id(), handoff.ask().customer().id(), place, wait);
    }

    /** The place of a newcomer; from where a wait begins is remembered for later estimates. */
    Told join(HandoffSnapshot handoff) {
        var told = of(handoff);
        if (handoff.state() == HandoffState.PENDING) {
            queue.entered(handoff.id(), told.place(), seats(handoff.place().department()));
        }
        return told;
    }

    /** The seats that are served now, taken or not. */
    int seats(String department) {
        return floor.of(department).stream()
                .mapToInt(agent -> agent.seat().max())
                .sum();
    }

    private Estimate estimate(String department) {
        return new Estimate(
                queue.waits(department, turn.now().minus(WINDOW)),
                turn.setting("handoff.expected-per-place", PER_PLACE));
    }
}
