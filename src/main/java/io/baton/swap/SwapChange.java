package io.baton.swap;

import io.baton.kernel.Actor;
import io.baton.kernel.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move of a swap.
 *
 * @param was the swap before; absent for a new one
 * @param swap the swap afterwards
 */
public record SwapChange(
        @Nullable Swap was,
        Swap swap,
        Actor actor,
        Instant at,
        @Nullable String comment) implements Change {}
