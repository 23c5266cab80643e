package io.baton.leave;

import io.baton.kernel.Actor;
import io.baton.kernel.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move of a request.
 *
 * @param was the request before; absent for a new one
 * @param leave the request afterwards
 */
public record LeaveChange(
        @Nullable LeaveRequest was,
        LeaveRequest leave,
        Actor actor,
        Instant at,
        @Nullable String comment) implements Change {}
