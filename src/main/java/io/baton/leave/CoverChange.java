package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move of a cover.
 *
 * @param was the cover before; absent for a new one
 * @param cover the cover afterwards
 */
public record CoverChange(
        @Nullable Cover was,
        Cover cover,
        Actor actor,
        Instant at,
        @Nullable String comment) implements Change {}
