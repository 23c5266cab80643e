package io.baton.swap;

import org.jspecify.annotations.Nullable;

/**
 * What a department that the swap touches says to it.
 *
 * @param verdict absent while it is open
 */
public record SwapApproval(
        String department, State state, @Nullable Verdict verdict) {

    /** Open until somebody who leads the department decides. */
    public enum State {
        OPEN,
        APPROVED,
        REJECTED
    }

    static SwapApproval open(String department) {
        return new SwapApproval(department, State.OPEN, null);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
