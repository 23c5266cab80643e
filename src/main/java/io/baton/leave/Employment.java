package io.baton.leave;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Since when somebody works; refuses to have joined before the first employment ever.
 *
 * @param worksSince first day of the first employment, anywhere
 * @param employedSince first day with this employer
 */
public record Employment(
        @Nullable LocalDate worksSince, @Nullable LocalDate employedSince) {

    public static final Employment UNKNOWN = new Employment(null, null);

    public Employment {
        if (worksSince != null && employedSince != null && worksSince.isAfter(employedSince)) {
            throw new IllegalArgumentException("employed before the first employment");
        }
    }
}
