package io.baton.swap;

import io.baton.kernel.Problem;
import io.baton.rota.Assignment;
import io.baton.rota.Rota;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A standing wish: somebody would give this shift away for another one. It commits to nothing; whoever is asked still says
 * yes or no.
 *
 * @param department the person's of now
 */
public record SwapWish(
        UUID id,
        String agentId,
        String agentName,
        String department,
        UUID gives,
        Takes takes,
        @Nullable String comment,
        Instant createdAt) {

    /** The longest span of days, as from one day to the same day next month. */
    public static final int MOST_DAYS = 31;

    /** The most types of shift that may be named. */
    public static final int MOST_TYPES = 20;

    /**
     * Which shifts would be taken: of these types, of any when there are none, on these days. Refuses with 422 days that are
     * not in order or more than {@value #MOST_DAYS}, and more than {@value #MOST_TYPES} types.
     */
    public record Takes(Set<UUID> shiftTypeIds, LocalDate from, LocalDate to) {

        public Takes {
            shiftTypeIds = Set.copyOf(shiftTypeIds);
            Rota.requireRange(from, to, MOST_DAYS);
            if (shiftTypeIds.size() > MOST_TYPES) {
                throw Problem.invalid("shiftTypeIds", "at most " + MOST_TYPES);
            }
        }

        boolean include(Assignment shift) {
            return !shift.day().isBefore(from)
                    && !shift.day().isAfter(to)
                    && (shiftTypeIds.isEmpty() || shiftTypeIds.contains(shift.shiftTypeId()));
        }
    }
}
