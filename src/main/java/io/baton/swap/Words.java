package io.baton.swap;

import io.baton.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** What people write beside an answer: at most {@value #LONGEST} characters, nothing when it is blank. */
final class Words {

    static final int LONGEST = 500;

    private Words() {}

    /** Refuses with 422 what is no text or too long. */
    static @Nullable String read(@Nullable Object comment) {
        if (comment == null) {
            return null;
        }
        if (!(comment instanceof String text)) {
            throw Problem.invalid("comment", "must be a text");
        }
        if (text.strip().length() > LONGEST) {
            throw Problem.invalid("comment", "at most " + LONGEST + " characters");
        }
        return text.isBlank() ? null : text.strip();
    }
}
