package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booking that no request made.
 *
 * @param department of the person whose account it is
 */
public record BalanceChange(
        String agent, LeaveType type, @Nullable String department, Booking booking, Actor actor, Instant at)
        implements Change {}
