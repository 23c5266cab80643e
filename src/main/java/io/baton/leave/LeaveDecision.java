package io.baton.leave;

import io.baton.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** What an approver says. Refuses a rejection without a comment, and comments beyond 500 characters. */
public record LeaveDecision(boolean approved, @Nullable String comment) {

    static final String APPROVED = "approved";
    static final String REJECTED = "rejected";
    private static final int LONGEST = 500;

    public LeaveDecision {
        comment = comment == null || comment.isBlank() ? null : comment.strip();
        if (!approved && comment == null) {
            throw Problem.invalid("comment", "must be given when a request is rejected");
        }
        if (comment != null && comment.length() > LONGEST) {
            throw Problem.invalid("comment", "at most " + LONGEST + " characters");
        }
    }

    /** Reads the fields of the form, where anything may be in them. */
    static LeaveDecision read(@Nullable Object decision, @Nullable Object comment) {
        if (!APPROVED.equals(decision) && !REJECTED.equals(decision)) {
            throw Problem.invalid("decision", "approved or rejected");
        }
        if (comment != null && !(comment instanceof String)) {
            throw Problem.invalid("comment", "must be a text");
        }
        return new LeaveDecision(APPROVED.equals(decision), (String) comment);
    }

    String code() {
        return approved ? APPROVED : REJECTED;
    }
}
