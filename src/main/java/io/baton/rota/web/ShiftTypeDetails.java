package io.baton.rota.web;

import io.baton.rota.ShiftTypeHistory;
import io.baton.rota.ShiftTypeVersion;
import io.baton.rota.Staffing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A shift type as administrators see it: what it was, is and will be.
 *
 * @param version what {@code If-Match} wants, and the entity tag
 * @param inForce the number of the version that counts today, or that counts first
 * @param versions in the order in which they come into force
 */
record ShiftTypeDetails(UUID id, String code, int version, boolean retired, int inForce, List<Version> versions) {

    /**
     * What it is from a rota day on.
     *
     * @param author the person id of whoever wrote it
     */
    record Version(
            int number,
            LocalDate validFrom,
            String nameZh,
            String nameEn,
            String color,
            String start,
            String end,
            List<ShiftTypeView.Pause> breaks,
            List<String> skills,
            List<Wanted> staffing,
            String author,
            Instant writtenAt) {}

    /** @param people wanted from Monday to Sunday */
    record Wanted(String department, List<Integer> people) {}

    static ShiftTypeDetails of(ShiftTypeHistory history, Staffing staffing, LocalDate today) {
        var inForce = history.on(today).orElse(history.versions().getFirst());
        return new ShiftTypeDetails(
                history.id(),
                history.code(),
                history.version(),
                history.isRetired(),
                inForce.number(),
                history.versions().stream()
                        .map(version -> version(version, staffing.grid(history.id(), version.validFrom())))
                        .toList());
    }

    private static Version version(ShiftTypeVersion version, Map<String, List<Integer>> grid) {
        var type = version.type();
        return new Version(
                version.number(),
                version.validFrom(),
                type.zh(),
                type.en(),
                type.color(),
                ShiftTypeView.text(type.start()),
                ShiftTypeView.text(type.end()),
                ShiftTypeView.Pause.of(type),
                type.skills().stream().sorted().toList(),
                grid.entrySet().stream()
                        .map(row -> new Wanted(row.getKey(), row.getValue()))
                        .toList(),
                version.author(),
                version.writtenAt());
    }
}
