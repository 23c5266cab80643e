package io.baton.swap;

import io.baton.rota.Agent;
import io.baton.rota.Assignment;

/**
 * Somebody who would give a shift away, and what this one would take for it.
 *
 * @param swaps in how many swaps that were executed lately the person took part
 */
record SwapOffer(Agent agent, Assignment gives, SwapWish.Takes takes, int swaps) {

    /** Whether this one would take what the other one gives. */
    boolean wants(SwapOffer other) {
        return !agent.id().equals(other.agent().id()) && takes.include(other.gives());
    }
}
