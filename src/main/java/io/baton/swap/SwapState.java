package io.baton.swap;

import java.util.Set;

/** Where a swap stands; knows what may come next. */
public enum SwapState {
    PROPOSED,
    CONFIRMING,
    APPROVING,
    EXECUTED,
    REFUSED,
    DECLINED,
    EXPIRED,
    WITHDRAWN,
    REJECTED,
    FAILED;

    public boolean mayBecome(SwapState next) {
        return successors().contains(next);
    }

    /** Whether something may still come of it; an open swap beyond PROPOSED holds its shifts. */
    public boolean isOpen() {
        return !successors().isEmpty();
    }

    private Set<SwapState> successors() {
        return switch (this) {
            case PROPOSED -> Set.of(CONFIRMING, REFUSED, FAILED);
            case CONFIRMING -> Set.of(APPROVING, DECLINED, EXPIRED, WITHDRAWN, FAILED);
            case APPROVING -> Set.of(EXECUTED, REJECTED, EXPIRED, WITHDRAWN, FAILED);
            case EXECUTED, REFUSED, DECLINED, EXPIRED, WITHDRAWN, REJECTED, FAILED -> Set.of();
        };
    }
}
