package io.baton.swap;

import io.baton.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** What a department says. Refuses a rejection without a comment, and comments beyond 500 characters. */
public record SwapDecision(boolean approved, @Nullable String comment) {

    static final String APPROVED = "approved";
    static final String REJECTED = "rejected";

    public SwapDecision {
        comment = Words.read(comment);
        if (!approved && comment == null) {
            throw Problem.invalid("comment", "must be given when a swap is rejected");
        }
    }

    /** Reads the fields of the form, where anything may be in them. */
    static SwapDecision read(@Nullable Object decision, @Nullable Object comment) {
        if (!APPROVED.equals(decision) && !REJECTED.equals(decision)) {
            throw Problem.invalid("decision", APPROVED + " or " + REJECTED);
        }
        return new SwapDecision(APPROVED.equals(decision), Words.read(comment));
    }

    String code() {
        return approved ? APPROVED : REJECTED;
    }

    SwapApproval.State state() {
        return approved ? SwapApproval.State.APPROVED : SwapApproval.State.REJECTED;
    }
}
