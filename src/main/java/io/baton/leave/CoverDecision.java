package io.baton.leave;

import io.baton.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What whoever leads the department says about a shift without a cover: ask somebody, or leave it open, with the reason.
 * Refuses to be neither, and reasons beyond 500 characters.
 */
record CoverDecision(@Nullable String agentId, @Nullable String reason) {

    static final String ASK = "ask";
    static final String OPEN = "open";
    private static final int LONGEST = 500;

    static CoverDecision ask(String agentId) {
        if (agentId.isBlank()) {
            throw Problem.invalid("agentId", "must be given");
        }
        return new CoverDecision(agentId, null);
    }

    static CoverDecision leaveOpen(String reason) {
        if (reason.isBlank()) {
            throw Problem.invalid("reason", "must be given when a shift is left open");
        }
        if (reason.length() > LONGEST) {
            throw Problem.invalid("reason", "at most " + LONGEST + " characters");
        }
        return new CoverDecision(null, reason.strip());
    }

    /** Reads the fields of the form, where anything may be in them. */
    static CoverDecision read(@Nullable Object decision, @Nullable Object candidate, @Nullable Object reason) {
        if (ASK.equals(decision)) {
            return ask(candidate instanceof String agent ? agent : "");
        }
        if (OPEN.equals(decision)) {
            return leaveOpen(reason instanceof String text ? text : "");
        }
        throw Problem.invalid("coverDecision", "ask or open");
    }

    String code() {
        return agentId == null ? OPEN : ASK;
    }
}
