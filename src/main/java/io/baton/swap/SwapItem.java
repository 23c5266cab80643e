package io.baton.swap;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's part of a swap, and what this person says to it.
 *
 * @param step from 1 on
 * @param department the person's when the swap was proposed
 */
public record SwapItem(
        int step, String agentId, String agentName, String department, UUID gives, UUID takes, Answer answer) {

    /** What somebody who was asked says. */
    public enum Confirmation {
        OPEN,
        AGREED,
        DECLINED
    }

    /** @param at absent while it is open */
    public record Answer(
            Confirmation confirmation,
            @Nullable Instant at,
            @Nullable String comment) {

        static final Answer NONE = new Answer(Confirmation.OPEN, null, null);
    }

    public boolean isOpen() {
        return answer.confirmation() == Confirmation.OPEN;
    }

    SwapItem answered(Confirmation confirmation, Instant at, @Nullable String comment) {
        return new SwapItem(step, agentId, agentName, department, gives, takes, new Answer(confirmation, at, comment));
    }
}
