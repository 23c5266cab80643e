package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.kernel.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts what departments lose and win when shifts change hands between them. */
@Component
class HandoverCoverage {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final AssignmentTable table;
    private final Agents agents;
    private final Staffing staffing;
    private final Tenants tenants;

    HandoverCoverage(AssignmentTable table, Agents agents, Staffing staffing, Tenants tenants) {
        this.table = table;
        this.agents = agents;
        this.staffing = staffing;
        this.tenants = tenants;
    }

    /**
     * Holds the departments of these people to the end of the transaction when there are several: what two swaps, or a swap
     * and a leave, take from a department together is then seen by the later one. Before anybody's rota is held, as for leave.
     */
    void hold(Collection<String> people) {
        var departments = departments(agents.named(people).values());
        if (departments.size() > 1) {
            table.lockAgents(departments.stream().map(id -> "department/" + id).toList());
        }
    }

    /** Nothing when all of it stays within a department: as many people come as go. */
    List<CoverageChange> of(List<Handover> handovers, Map<String, Agent> people) {
        var departments = departments(people.values());
        if (departments.size() < 2) {
            return List.of();
        }
        var days = handovers.stream()
                .flatMap(handover -> Stream.of(handover.gives(), handover.takes()))
                .flatMap(row -> Stream.of(row.day(), row.day().plusDays(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        return departments.stream()
                .flatMap(department -> changes(department, handovers, people, days))
                .toList();
    }

    private static Set<String> departments(Collection<Agent> people) {
        return people.stream().map(Agent::department).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<CoverageChange> changes(
            String department, List<Handover> handovers, Map<String, Agent> people, TreeSet<LocalDate> days) {
        var colleagues = agents.of(department).stream().map(Agent::id).collect(Collectors.toSet());
        var before = table.live(colleagues, days.first().minusDays(1), days.last());
        var after = after(before, handovers, colleagues);
        return days.stream().flatMap(day -> merge(department, day, before, after).stream());
    }

    private static List<Assignment> after(List<Assignment> rows, List<Handover> handovers, Set<String> colleagues) {
        var given = handovers.stream().map(handover -> handover.gives().id()).collect(Collectors.toSet());
        return Stream.concat(
                        rows.stream().filter(row -> !given.contains(row.id())),
                        handovers.stream()
                                .filter(handover -> colleagues.contains(handover.agentId()))
                                .map(Handover::takes))
                .toList();
    }

    /** Neighbouring half hours with the same figures are one run. */
    private List<CoverageChange> merge(
            String department, LocalDate day, List<Assignment> before, List<Assignment> after) {
        var zone = tenants.settings().zone();
        var window = HalfDays.calendar(day, zone);
        var was = Coverage.ofDay(near(before, day), window).intervals();
        var is = Coverage.ofDay(near(after, day), window).intervals();
        var wanted = staffing.needed(department, day).intervals();
        var runs = new ArrayList<CoverageChange>();
        IntStream.range(0, was.size())
                .filter(i -> was.get(i).people() != is.get(i).people())
                .mapToObj(i -> change(
                        department,
                        new TimeWindow(was.get(i).start(), was.get(i).start().plus(Coverage.STEP)),
                        was.get(i).people(),
                        is.get(i).people(),
                        wanted.get(i).people(),
                        zone))
                .forEach(next -> add(runs, next, zone));
        return runs;
    }

    private static void add(List<CoverageChange> runs, CoverageChange next, ZoneId zone) {
        if (!runs.isEmpty() && continues(runs.getLast(), next)) {
            var last = runs.removeLast();
            var during = new TimeWindow(last.during().start(), next.during().end());
            runs.add(change(next.department(), during, next.before(), next.after(), next.minimum(), zone));
        } else {
            runs.add(next);
        }
    }

    private static boolean continues(CoverageChange last, CoverageChange next) {
        return last.during().end().equals(next.during().start())
                && last.before() == next.before()
                && last.after() == next.after()
                && last.minimum() == next.minimum();
    }

    private static CoverageChange change(
            String department, TimeWindow during, int before, int after, int minimum, ZoneId zone) {
        var text = clock(START, during.start(), zone) + "–" + clock(END, during.end(), zone);
        return new CoverageChange(department, during, text, before, after, minimum);
    }

    private static String clock(DateTimeFormatter format, Instant instant, ZoneId zone) {
        return format.format(instant.atZone(zone));
    }

    private static List<Assignment> near(List<Assignment> rows, LocalDate day) {
        return rows.stream()
                .filter(row -> Objects.equals(row.day(), day) || Objects.equals(row.day(), day.minusDays(1)))
                .toList();
    }
}
