package io.baton.rota.web;

import io.baton.kernel.Problem;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypeDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shift type as an administrator wants it; times are of the wall clock, an end before the start is on the next day.
 *
 * @param staffing what is not named is not wanted
 * @param validFrom the first rota day it counts for; today when none is named
 */
record ShiftTypeRequest(
        @NotNull String code,
        @NotNull String nameZh,
        @NotNull String nameEn,
        @NotNull String color,
        @NotNull @Pattern(regexp = TIME) String start,
        @NotNull @Pattern(regexp = TIME) String end,
        @Nullable @Size(max = 20) List<@Valid @NotNull Pause> breaks,
        @Nullable @Size(max = 50) List<@NotBlank String> skills,
        @Nullable @Size(max = 200) List<@Valid @NotNull Wanted> staffing,
        @Nullable LocalDate validFrom) {

    static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    record Pause(
            @NotNull @Pattern(regexp = TIME) String start,
            @NotNull @Pattern(regexp = TIME) String end) {}

    /** @param people wanted from Monday to Sunday */
    record Wanted(@NotBlank String department, @NotNull List<@NotNull Integer> people) {}

    ShiftTypeDraft draft(LocalDate today) {
        return new ShiftTypeDraft(
                code,
                nameZh,
                nameEn,
                color,
                LocalTime.parse(start),
                LocalTime.parse(end),
                orNone(breaks).stream()
                        .map(pause -> new ShiftType.Break(LocalTime.parse(pause.start()), LocalTime.parse(pause.end())))
                        .toList(),
                Set.copyOf(orNone(skills)),
                wanted(),
                Objects.requireNonNullElse(validFrom, today));
    }

    private Map<String, List<Integer>> wanted() {
        var grid = new HashMap<String, List<Integer>>();
        for (var row : orNone(staffing)) {
            if (grid.put(row.department(), row.people()) != null) {
                throw Problem.invalid("staffing", "names a department twice");
            }
        }
        return grid;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
