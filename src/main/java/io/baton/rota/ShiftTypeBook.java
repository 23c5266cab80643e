package io.baton.rota;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All shift types of a tenant and what is wanted of them, as they were when it was read. */
final class ShiftTypeBook {

    private final Map<UUID, ShiftTypeHistory> types;
    private final Map<UUID, Map<String, Map<DayOfWeek, NavigableMap<LocalDate, Integer>>>> wanted = new HashMap<>();

    /** People that are wanted on a weekday, from a rota day on. */
    record Wanted(UUID shiftTypeId, String department, DayOfWeek weekday, LocalDate validFrom, int people) {}

    ShiftTypeBook(List<ShiftTypeHistory> types, List<Wanted> staffing) {
        this.types = types.stream()
                .collect(Collectors.toMap(ShiftTypeHistory::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        for (var row : staffing) {
            wanted.computeIfAbsent(row.shiftTypeId(), id -> new TreeMap<>())
                    .computeIfAbsent(row.department(), id -> new EnumMap<>(DayOfWeek.class))
                    .computeIfAbsent(row.weekday(), day -> new TreeMap<>())
                    .put(row.validFrom(), row.people());
        }
    }

    Collection<ShiftTypeHistory> all() {
        return Collections.unmodifiableCollection(types.values());
    }

    Optional<ShiftTypeHistory> find(UUID id) {
        return Optional.ofNullable(types.get(id));
    }

    /** 0 when nothing is said. */
    int minimum(UUID type, String department, LocalDate day) {
        return of(wanted.getOrDefault(type, Map.of()).getOrDefault(department, Map.of()), day.getDayOfWeek(), day);
    }

    /** By department, the people of Monday to Sunday as said on a rota day; departments that want nobody are left out. */
    Map<String, List<Integer>> grid(UUID type, LocalDate day) {
        var grid = new TreeMap<String, List<Integer>>();
        wanted.getOrDefault(type, Map.of()).forEach((department, weekdays) -> {
            var week = List.of(DayOfWeek.values()).stream()
                    .map(weekday -> of(weekdays, weekday, day))
                    .toList();
            if (week.stream().anyMatch(people -> people > 0)) {
                grid.put(department, week);
            }
        });
        return grid;
    }

    private static int of(Map<DayOfWeek, NavigableMap<LocalDate, Integer>> weekdays, DayOfWeek weekday, LocalDate day) {
        var said =
                weekdays.getOrDefault(weekday, Collections.emptyNavigableMap()).floorEntry(day);
        return said == null ? 0 : said.getValue();
    }
}
