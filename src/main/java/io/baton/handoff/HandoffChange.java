package io.baton.handoff;

import io.baton.kernel.Actor;
import io.baton.kernel.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What all events of a handoff have in common: who moved it, how it was and how it is. */
public record HandoffChange(
        Actor actor,
        @Nullable HandoffSnapshot before,
        HandoffSnapshot after,
        Instant at,
        @Nullable String comment) implements Change {

    /** The agent whose seat the handoff held before. */
    public @Nullable String agentBefore() {
        return before == null ? null : before.agentId();
    }
}
