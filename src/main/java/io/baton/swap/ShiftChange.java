package io.baton.swap;

import io.baton.kernel.Actor;
import io.baton.kernel.Change;
import java.time.Instant;

/**
 * What a swap does to a person's rota.
 *
 * @param gives the shift that is given away, in words
 * @param takes the shift that is taken, in words
 */
public record ShiftChange(Swap swap, SwapItem item, String gives, String takes, Actor actor, Instant at)
        implements Change {}
