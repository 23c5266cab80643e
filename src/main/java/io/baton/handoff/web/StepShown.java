package io.baton.handoff.web;

import io.baton.handoff.HandoffState;
import io.baton.handoff.HandoffStep;
import io.baton.handoff.Names;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a handoff, as clients see it.
 *
 * @param agentBefore who had it, or was asked
 * @param agent who has it now, or is asked
 * @param target who is, or was, asked to take over
 */
record StepShown(
        UUID id,
        Instant at,
        String what,
        PersonShown actor,
        @Nullable HandoffState before,
        HandoffState after,
        @Nullable PersonShown agentBefore,
        @Nullable PersonShown agent,
        @Nullable PersonShown target,
        String department,
        @Nullable String comment) {

    static StepShown of(HandoffStep step, Names names) {
        return new StepShown(
                step.id(),
                step.at(),
                step.what(),
                new PersonShown(step.actor(), step.actorName()),
                step.before(),
                step.after(),
                PersonShown.of(step.people().before(), names),
                PersonShown.of(step.people().after(), names),
                PersonShown.of(step.people().target(), names),
                step.department(),
                step.comment());
    }
}
