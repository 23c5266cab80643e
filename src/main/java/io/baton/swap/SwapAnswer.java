package io.baton.swap;

import io.baton.kernel.Problem;
import io.baton.swap.SwapItem.Confirmation;
import org.jspecify.annotations.Nullable;

/** What a participant says. Refuses comments beyond 500 characters. */
public record SwapAnswer(boolean agreed, @Nullable String comment) {

    static final String AGREED = "agreed";
    static final String DECLINED = "declined";

    public SwapAnswer {
        comment = Words.read(comment);
    }

    /** Reads the fields of the form, where anything may be in them. */
    static SwapAnswer read(@Nullable Object answer, @Nullable Object comment) {
        if (!AGREED.equals(answer) && !DECLINED.equals(answer)) {
            throw Problem.invalid("answer", AGREED + " or " + DECLINED);
        }
        return new SwapAnswer(AGREED.equals(answer), Words.read(comment));
    }

    String code() {
        return agreed ? AGREED : DECLINED;
    }

    Confirmation confirmation() {
        return agreed ? Confirmation.AGREED : Confirmation.DECLINED;
    }
}
