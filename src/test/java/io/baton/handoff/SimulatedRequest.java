package io.baton.handoff;

import io.baton.handoff.WorkingDay.Enquiry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request in virtual time, in the order of the queue. */
final class SimulatedRequest implements Comparable<SimulatedRequest> {

    private enum State {
        WAITING,
        OFFERED,
        ACCEPTED,
        ENDED
    }

    private final Enquiry enquiry;
    private final Map<String, Double> declined = new HashMap<>();
    private Priority priority;
    private boolean skillsDropped;
    private double rank;
    private State state = State.WAITING;
    private @Nullable SimulatedAgent asked;

    SimulatedRequest(Enquiry enquiry, Duration ageing) {
        this.enquiry = enquiry;
        this.priority = enquiry.priority();
        this.rank = rank(ageing);
    }

    private double rank(Duration ageing) {
        return enquiry.at() - ageing.toSeconds() * priority.ordinal();
    }

    Enquiry enquiry() {
        return enquiry;
    }

    Priority priority() {
        return priority;
    }

    boolean mayGoTo(SimulatedAgent agent, double now, double notAgain) {
        var asked = declined.get(agent.id());
        return (skillsDropped || agent.worker().skills().containsAll(enquiry.skills()))
                && (asked == null || now - asked > notAgain);
    }

    void offered(SimulatedAgent agent) {
        state = State.OFFERED;
        asked = agent;
    }

    boolean isOffered() {
        return state == State.OFFERED;
    }

    void returned(SimulatedAgent agent, double now) {
        state = State.WAITING;
        asked = null;
        declined.put(agent.id(), now);
    }

    void accepted() {
        state = State.ACCEPTED;
        asked = null;
    }

    /** The customer is gone or has a ticket, unless somebody was faster. */
    boolean end() {
        var waits = state == State.WAITING || state == State.OFFERED;
        if (waits) {
            state = State.ENDED;
        }
        return waits;
    }

    /** Who was being asked when it ended. */
    Optional<SimulatedAgent> asked() {
        return Optional.ofNullable(asked);
    }

    /** Not while it lies in a queue. */
    void raise(Duration ageing) {
        priority = priority.raised();
        skillsDropped = true;
        rank = rank(ageing);
    }

    @Override
    public int compareTo(SimulatedRequest other) {
        int byRank = Double.compare(rank, other.rank);
        return byRank != 0 ? byRank : Integer.compare(enquiry.id(), other.enquiry.id());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimulatedRequest request && request.enquiry.id() == enquiry.id();
    }

    @Override
    public int hashCode() {
        return enquiry.id();
    }
}
