package io.baton.leave;

import java.util.Set;

/** Where a request stands; knows what may come next. An approved leave can only be given back, and before it begins. */
public enum LeaveState {
    PENDING,
    APPROVED,
    REJECTED,
    CANCELLED;

    public boolean mayBecome(LeaveState next) {
        return successors().contains(next);
    }

    /** Whether it keeps its half days from other requests. */
    public boolean isLive() {
        return this == PENDING || this == APPROVED;
    }

    private Set<LeaveState> successors() {
        return switch (this) {
            case PENDING -> Set.of(APPROVED, REJECTED, CANCELLED);
            case APPROVED -> Set.of(CANCELLED);
            case REJECTED, CANCELLED -> Set.of();
        };
    }
}
