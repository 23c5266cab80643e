package io.baton.kernel;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags: who changes something says with {@code If-Match} which version was seen. */
public final class EntityTags {

    private static final Pattern TAG = Pattern.compile("\\s*\"(\\d{1,9})\"\\s*");

    private EntityTags() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** The version that was seen; 428 when the caller does not say, 412 when it cannot be one of ours. */
    public static int seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(428, "if_match_required", Map.of());
        }
        var tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw Problem.of(412, "changed_meanwhile", Map.of());
        }
        return Integer.parseInt(tag.group(1));
    }
}
