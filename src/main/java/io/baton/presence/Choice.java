package io.baton.presence;

import java.time.Instant;

/**
 * What a person wants to be.
 *
 * @param since rises with each choice of a person, so that of two the later one wins wherever they meet
 */
record Choice(State state, Instant since) {

    /** Who never chose wants to be ONLINE. */
    static final Choice NEVER = new Choice(State.ONLINE, Instant.EPOCH);
}
