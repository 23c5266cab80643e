package io.baton.development;

import io.baton.rota.Agent;
import io.baton.rota.ShiftType;
import io.baton.rota.Staffing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says how many people the departments want: a quarter of them early, an eighth late and at night, and on the busy days
 * around the weekend a quarter late. The plan keeps to it on most days, so the board shows a few gaps.
 */
class DemoStaffing {

    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    private static final Set<DayOfWeek> BUSY = Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Staffing staffing;

    DemoStaffing(Staffing staffing) {
        this.staffing = staffing;
    }

    void fill(List<Agent> agents, List<ShiftType> types) {
        var sizes = agents.stream().collect(Collectors.groupingBy(Agent::department, Collectors.counting()));
        sizes.forEach((department, size) -> types.forEach(type -> fill(department, size.intValue(), type)));
    }

    private void fill(String department, int size, ShiftType type) {
        for (var weekday : DayOfWeek.values()) {
            int people = people(type.code(), weekday, size);
            if (people > 0) {
                staffing.want(type.id(), department, weekday, people, BEGINNING);
            }
        }
    }

    private static int people(String code, DayOfWeek weekday, int size) {
        return switch (code) {
            case "early" -> size / 4;
            case "late" -> BUSY.contains(weekday) ? size / 4 : size / 8;
            case "night" -> size / 8;
            default -> 0;
        };
    }
}
