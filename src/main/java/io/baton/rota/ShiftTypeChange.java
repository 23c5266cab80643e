package io.baton.rota;

import io.baton.kernel.Actor;
import io.baton.kernel.Change;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changed a shift type, from what to what.
 *
 * @param before the version that was in force; none when there was none
 * @param after the version that was written; none when the type was retired
 */
public record ShiftTypeChange(
        UUID id,
        Actor actor,
        Instant at,
        @Nullable String before,
        @Nullable String after) implements Change {}
