package io.baton.handoff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a handoff.
 *
 * @param what the name of the event
 * @param people whom it concerns
 * @param comment a note, a reason, the number of a ticket; for staff only
 */
public record HandoffStep(
        UUID id,
        Instant at,
        String what,
        String actor,
        String actorName,
        @Nullable HandoffState before,
        HandoffState after,
        People people,
        String department,
        @Nullable String comment) {

    /**
     * @param before the agent who had it, or was asked
     * @param after the agent who has it now, or is asked
     * @param target the agent who is, or was, asked to take over
     */
    public record People(
            @Nullable String before,
            @Nullable String after,
            @Nullable String target) {}
}
