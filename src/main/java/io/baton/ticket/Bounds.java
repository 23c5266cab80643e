package io.baton.ticket;

import io.baton.kernel.Problem;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bounds of what people write; each check answers the text without the space around it, or refuses with 422. */
final class Bounds {

    private Bounds() {}

    static String text(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "must not be blank");
        }
        var text = value.strip();
        if (text.length() > most) {
            throw Problem.invalid(field, "must have 1 to %d characters".formatted(most));
        }
        if (text.indexOf('\0') >= 0) {
            throw Problem.invalid(field, "must not contain the character NUL");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw Problem.invalid(field, "must not contain half of a character");
        }
        return text;
    }

    /** What is blank is absent. */
    static @Nullable String optional(String field, @Nullable String value, int most) {
        return value == null || value.isBlank() ? null : text(field, value, most);
    }
}
