package io.baton.handoff;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agent on shift and connected, as rules see one.
 *
 * @param online chose to be online; otherwise away
 * @param seat how many conversations the agent has and may have
 */
public record Candidate(String id, boolean online, Seat seat, Set<String> skills, boolean senior, boolean autoAccept) {

    private static final int KNOWN_AFTER = 5;

    /**
     * An agent's seat and what is known of the way it was used.
     *
     * @param offers how often the agent was asked, ever
     * @param accepted how often the agent said yes
     * @param completed how many of these ended well
     */
    public record Seat(
            int active,
            int max,
            int offers,
            int accepted,
            int completed,
            @Nullable Instant lastAssignedAt) {

        public boolean isFree() {
            return active < max;
        }

        Seat withMax(int maximum) {
            return new Seat(active, maximum, offers, accepted, completed, lastAssignedAt);
        }
    }

    public Candidate {
        skills = Set.copyOf(skills);
    }

    /** The share of seats that are free, 0 to 1. */
    public double freeShare() {
        return seat.max() == 0 ? 0 : Math.max(0, 1 - (double) seat.active() / seat.max());
    }

    /** A history of fewer than {@value #KNOWN_AFTER} offers says nothing. */
    public boolean isHistoryKnown() {
        return seat.offers() >= KNOWN_AFTER;
    }

    /** The mean of the share of offers that were taken and of the share of those that were brought to an end, 0 to 1. */
    public double quality() {
        double response = Math.min(1, (double) seat.accepted() / Math.max(1, seat.offers()));
        double resolution = Math.min(1, (double) seat.completed() / Math.max(1, seat.accepted()));
        return (response + resolution) / 2;
    }

    /** Whether this agent may get the request at all: a free seat, and the skills as long as they are required. */
    boolean mayReceive(HandoffSnapshot handoff) {
        return seat.isFree()
                && (handoff.place().skillsDropped()
                        || skills.containsAll(handoff.ask().skills()));
    }
}
