package io.baton.handoff;

import io.baton.handoff.WorkingDay.Worker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An agent in virtual time: who serves now, and since when somebody was last given. Nobody has a history of quality. */
final class SimulatedAgent {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T16:00:00Z");

    private final Worker worker;
    private boolean away;
    private int active;
    private int missesInARow;
    private @Nullable Instant lastAssigned;
    private @Nullable Instant lastFreed;
    private double busy;
    private double since;

    SimulatedAgent(Worker worker) {
        this.worker = worker;
    }

    Worker worker() {
        return worker;
    }

    String id() {
        return worker.id();
    }

    boolean isFree(double now) {
        return now >= worker.from() && now < worker.to() && active < worker.seats();
    }

    void claim(double now) {
        count(now, 1);
        lastAssigned = instant(now);
    }

    void accept() {
        missesInARow = 0;
    }

    void complete(double now) {
        giveBack(now);
    }

    /** A seat is free again. */
    void giveBack(double now) {
        count(now, -1);
        lastFreed = instant(now);
    }

    /** How many offers in a row were not answered. */
    int declined(boolean missed) {
        missesInARow = missed ? missesInARow + 1 : 0;
        return missesInARow;
    }

    void away(boolean isAway) {
        away = isAway;
        missesInARow = 0;
    }

    private void count(double now, int change) {
        var shift = Math.max(0, Math.min(now, worker.to()) - Math.max(since, worker.from()));
        busy += active * shift;
        since = now;
        active += change;
    }

    /** The share of the seats of the shift that were taken, within a day. */
    double occupancy() {
        return busy / staffed();
    }

    double busy() {
        return busy;
    }

    double staffed() {
        return worker.seats() * (Math.min(worker.to(), WorkingDay.LENGTH) - Math.max(0, worker.from()));
    }

    Candidate asCandidate() {
        var seat = new Candidate.Seat(active, worker.seats(), Quality.UNKNOWN, lastAssigned, lastFreed);
        return new Candidate(worker.id(), !away, seat, worker.skills(), worker.senior(), false);
    }

    private static Instant instant(double now) {
        return MIDNIGHT.plusNanos((long) (now * 1e9));
    }
}
