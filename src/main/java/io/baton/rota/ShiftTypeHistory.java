package io.baton.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift type with everything it was and will be. What is planned keeps its times whatever is changed afterwards: a new
 * version counts for shifts that are planned from then on, for rota days from its day on.
 *
 * @param version counts every change, retirement included
 * @param retiredAt since when it is no longer offered
 * @param versions at least one, in the order in which they come into force
 */
public record ShiftTypeHistory(
        UUID id, String code, int version, @Nullable Instant retiredAt, List<ShiftTypeVersion> versions) {

    private static final Comparator<ShiftTypeVersion> ORDER =
            Comparator.comparing(ShiftTypeVersion::validFrom).thenComparing(ShiftTypeVersion::number);

    public ShiftTypeHistory {
        versions = versions.stream().sorted(ORDER).toList();
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    /** Whether a shift of it may be planned for a rota day. */
    public boolean isOffered(LocalDate day) {
        return !isRetired() && on(day).isPresent();
    }

    /** The version in force on a rota day; none before the first one. */
    public Optional<ShiftTypeVersion> on(LocalDate day) {
        return versions.reversed().stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .findFirst();
    }

    /** What it is on a rota day, or what it is going to be first. */
    public ShiftType at(LocalDate day) {
        return on(day).orElse(versions.getFirst()).type();
    }

    /** The one a shift was planned by: the newest that was in force on its day and holds all of its time. */
    ShiftType plannedBy(Assignment row, ZoneId zone) {
        return versions.reversed().stream()
                .filter(version -> !version.validFrom().isAfter(row.day()))
                .map(ShiftTypeVersion::type)
                .filter(type -> Coverage.covers(type.on(row.day(), zone), row.during()))
                .findFirst()
                .orElseGet(() -> at(row.day()));
    }
}
