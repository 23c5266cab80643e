package io.baton.rota;

import io.baton.identity.Tenants;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts who is at work in the half hours of rota days against what the departments want. */
@Component
@Transactional(readOnly = true)
public class Coverages {

    private final AssignmentTable table;
    private final Agents agents;
    private final Staffing staffing;
    private final Tenants tenants;

    Coverages(AssignmentTable table, Agents agents, Staffing staffing, Tenants tenants) {
        this.table = table;
        this.agents = agents;
        this.staffing = staffing;
        this.tenants = tenants;
    }

    /** Of a department, or of each that has agents when none is named; both days included. */
    public List<DepartmentCoverage> of(@Nullable String department, LocalDate from, LocalDate to) {
        var people = agents.of(department);
        var rows = table.live(people.stream().map(Agent::id).toList(), from.minusDays(1), to).stream()
                .collect(Collectors.groupingBy(Assignment::agentId));
        var teams =
                people.stream().collect(Collectors.groupingBy(Agent::department, TreeMap::new, Collectors.toList()));
        return teams.entrySet().stream()
                .map(team -> of(
                        team.getKey(),
                        team.getValue().stream()
                                .flatMap(agent -> rows.getOrDefault(agent.id(), List.of()).stream())
                                .collect(Collectors.groupingBy(Assignment::day)),
                        from,
                        to))
                .toList();
    }

    private DepartmentCoverage of(
            String department, Map<LocalDate, List<Assignment>> rows, LocalDate from, LocalDate to) {
        return new DepartmentCoverage(
                department,
                from.datesUntil(to.plusDays(1))
                        .map(day -> day(department, rows, day))
                        .toList());
    }

    /** What was planned for the day before may reach into this one. */
    private DepartmentCoverage.Day day(String department, Map<LocalDate, List<Assignment>> rows, LocalDate day) {
        var near = Stream.of(day.minusDays(1), day)
                .flatMap(rotaDay -> rows.getOrDefault(rotaDay, List.of()).stream())
                .toList();
        var window = HalfDays.calendar(day, tenants.settings().zone());
        return new DepartmentCoverage.Day(
                day, window.start(), people(Coverage.ofDay(near, window)), people(staffing.needed(department, day)));
    }

    private static List<Integer> people(Coverage coverage) {
        return coverage.intervals().stream().map(Coverage.Interval::people).toList();
    }
}
