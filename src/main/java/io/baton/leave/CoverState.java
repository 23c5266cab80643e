package io.baton.leave;

import java.util.Set;

/** Where the search for a cover stands; knows what may come next. */
public enum CoverState {
    OPEN,
    OFFERED,
    COVERED,
    LEFT_OPEN,
    RELEASED;

    public boolean mayBecome(CoverState next) {
        return successors().contains(next);
    }

    private Set<CoverState> successors() {
        return switch (this) {
            case OPEN -> Set.of(OFFERED, LEFT_OPEN, RELEASED);
            case OFFERED -> Set.of(COVERED, OPEN, RELEASED);
            case COVERED -> Set.of(RELEASED);
            case LEFT_OPEN -> Set.of(RELEASED);
            case RELEASED -> Set.of();
        };
    }
}
