package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent's time on the rota. Rows are never rewritten: a change supersedes one and adds another.
 *
 * @param day the rota day it belongs to, in the tenant's zone
 * @param shiftTypeId absent for a leave on a day without a shift
 * @param replaces the assignment whose place it took
 * @param leaveId the leave that made it
 */
public record Assignment(
        UUID id,
        String agentId,
        LocalDate day,
        TimeWindow during,
        @Nullable UUID shiftTypeId,
        Status status,
        @Nullable UUID replaces,
        @Nullable UUID leaveId) {

    /** ACTIVE and LEAVE are live: of these an agent has one at any instant. The others are history. */
    public enum Status {
        ACTIVE,
        LEAVE,
        SUPERSEDED,
        SWAPPED
    }
}
