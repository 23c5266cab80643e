package io.baton.identity;

import io.baton.kernel.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose credentials were accepted.
 *
 * @param visitor a customer, and not one of the staff
 * @param session the browser session, for {@link SessionEnded}; absent for bearer tokens
 * @param until when the token expires; absent for sessions
 */
public record SignedIn(
        Actor actor,
        boolean visitor,
        @Nullable String session,
        @Nullable Instant until) {}
