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

    /**
     * An agent's seat and what is known of the way it was used.
     *
     * @param lastAssignedAt when the agent was last given somebody; absent when never
     * @param lastFreedAt when a conversation last left the agent; absent when never
     */
    public record Seat(
            int active,
            int max,
            Quality quality,
            @Nullable Instant lastAssignedAt,
            @Nullable Instant lastFreedAt) {

        static final Seat UNUSED = new Seat(0, 0, Quality.UNKNOWN, null, null);

        public boolean isFree() {
            return active < max;
        }

        /** When the agent was last given somebody, before all times when never. */
        Instant assignedBefore() {
            return lastAssignedAt == null ? Instant.MIN : lastAssignedAt;
        }

        /** Since when nothing has been given to the agent or left, before all times when nothing ever was. */
        Instant idleSince() {
            var given = assignedBefore();
            return lastFreedAt == null || lastFreedAt.isBefore(given) ? given : lastFreedAt;
        }

        Seat withMax(int maximum) {
            return new Seat(active, maximum, quality, lastAssignedAt, lastFreedAt);
        }
    }

    public Candidate {
        skills = Set.copyOf(skills);
    }

    /** The share of seats that are free, 0 to 1. */
    public double freeShare() {
        return seat.max() == 0 ? 0 : Math.max(0, 1 - (double) seat.active() / seat.max());
    }

    /** How well the agent served lately, 0 to 1; one half while nothing is known. */
    public double quality() {
        return seat.quality().share();
    }

    /** Whether this agent may get the request at all: a free seat, and the skills as long as they are required. */
    boolean mayReceive(HandoffSnapshot handoff) {
        return seat.isFree()
                && (handoff.place().skillsDropped()
                        || skills.containsAll(handoff.ask().skills()));
    }
}
