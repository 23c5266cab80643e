package io.baton.chat;

import io.baton.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bounds of what clients write; each check passes or refuses with 422 {@code invalid} and the field's name. */
final class Bounds {

    private static final Set<String> CONTENT_TYPES = Set.of("text/plain", "text/markdown");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Bounds() {}

    static void text(String field, @Nullable String value, int least, int most) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "must not be blank");
        }
        if (value.length() < least || value.length() > most) {
            throw Problem.invalid(field, "must have %d to %d characters".formatted(least, most));
        }
        if (value.indexOf('\0') >= 0) {
            throw Problem.invalid(field, "must not contain the character NUL");
        }
        // JSON can escape it but no database keeps it: it would come back as another text
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw Problem.invalid(field, "must not contain half of a character");
        }
    }

    static void optional(String field, @Nullable String value, int most) {
        if (value != null && !value.isEmpty()) {
            text(field, value, 1, most);
        }
    }

    static void matching(String field, String value, Pattern pattern, String message) {
        if (!pattern.matcher(value).matches()) {
            throw Problem.invalid(field, message);
        }
    }

    static UUID uuid(String field, @Nullable String value) {
        try {
            if (value != null && value.length() == 36) {
                return UUID.fromString(value);
            }
        } catch (IllegalArgumentException malformed) {
            // refused below, like every other text that is no UUID
        }
        throw Problem.invalid(field, "must be a UUID");
    }

    /** The types of messages that clients may write. */
    static void clientType(@Nullable String value) {
        if (value != null && !CONTENT_TYPES.contains(value)) {
            throw Problem.invalid("contentType", "must be one of " + CONTENT_TYPES);
        }
    }

    /** The types of all messages, those included that only Baton writes. */
    static void contentType(@Nullable String value) {
        if (!StoredFile.MESSAGE.equals(value)) {
            clientType(value);
        }
    }

    /** Of this world's calendars, so that no database and no clock overflows. */
    static void time(String field, @Nullable Instant value) {
        if (value != null && (value.isBefore(Instant.EPOCH) || value.isAfter(LAST))) {
            throw Problem.invalid(field, "must be between 1970 and 2200");
        }
    }

    static void atLeast(String field, long value, long least) {
        if (value < least) {
            throw Problem.invalid(field, "must be at least " + least);
        }
    }

    static void atMost(String field, long value, long most) {
        if (value > most) {
            throw Problem.invalid(field, "must be at most " + most);
        }
    }
}
