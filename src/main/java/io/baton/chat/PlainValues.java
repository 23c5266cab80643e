package io.baton.chat;

import io.baton.kernel.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values that a site tells, as texts on one line; refuses with 422 {@code invalid} and the name of the field
 * whatever is no plain value or out of bounds. A refusal never repeats a value.
 */
final class PlainValues {

    /** The longest value, in characters. */
    static final int LONGEST = 500;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private PlainValues() {}

    /** The texts by key; null where the value is null or blank. */
    static Map<String, @Nullable String> of(String field, Map<String, ?> told) {
        var texts = new LinkedHashMap<String, @Nullable String>();
        told.forEach((key, value) -> {
            Bounds.matching(field, key, KEY, "keys must be 1 to 64 of A-Z a-z 0-9 _ . -");
            texts.put(key, text(field + "." + key, value));
        });
        return texts;
    }

    private static @Nullable String text(String field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> line(field, text);
            case Double number
            when !Double.isFinite(number) -> throw Problem.invalid(field, "must be a number that there is");
            case Number number -> line(field, number.toString());
            case Boolean flag -> flag.toString();
            default -> throw Problem.invalid(field, "must be a text, a number, true, false or null");
        };
    }

    private static @Nullable String line(String field, String value) {
        var text = Lines.of(value);
        Bounds.optional(field, text, LONGEST);
        return text.isEmpty() ? null : text;
    }
}
