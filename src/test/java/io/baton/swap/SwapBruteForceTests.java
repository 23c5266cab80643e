package io.baton.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.ProcessTest;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.TenantScope;
import io.baton.kernel.TimeWindow;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.HalfDays;
import io.baton.rota.Rota;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Slot;
import io.baton.rota.Staffing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Ten thousand chains at random, good and bad, over a month of two departments: what the rules block, and at which step, is
 * what a second, plain computation blocks that makes the whole permutation on a copy of the rota and looks at everybody.
 */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwapBruteForceTests {

    private static final int CHAINS = 10_000;
    private static final int DAYS = 21;
    private static final List<String> TYPES = List.of("bf-early", "bf-late", "bf-night");
    private static final List<String> DEPARTMENTS = List.of("bf-north", "bf-south");
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    @Autowired
    private ChainSwapProcess process;

    @Autowired
    private AssignmentLocks locks;

    @Autowired
    private Rota rota;

    @Autowired
    private Agents agents;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private Staffing staffing;

    private final Random random = new Random(20261126);
    private final Map<String, Agent> people = new HashMap<>();
    private final Map<UUID, Assignment> shifts = new HashMap<>();
    private final Map<UUID, String> typeCodes = new HashMap<>();
    private final Set<UUID> locked = new HashSet<>();
    private List<Assignment> plan = List.of();
    private SwapWorld world;
    private LocalDate monday = LocalDate.EPOCH;

    @BeforeAll
    void planAMonth(@Autowired TenantScope scope) {
        world = new SwapWorld(scope, rota, types, agents);
        monday = LocalDate.now(SwapWorld.ZONE).plusDays(9_000).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        world.as(SwapWorld.admin(), () -> {
            addTypes();
            IntStream.range(0, 16).forEach(this::addPerson);
            people.keySet().stream().sorted().forEach(this::planFor);
            return true;
        });
        plan = world.as(
                SwapWorld.admin(),
                () -> rota.assignments(people.keySet(), monday.minusDays(40), monday.plusDays(DAYS + 40)));
        plan.forEach(row -> shifts.put(row.id(), row));
        lockSome();
    }

    private void addTypes() {
        for (int i = 0; i < TYPES.size(); i++) {
            var skills = i == 2 ? Set.of("night") : Set.<String>of();
            types.add(new ShiftType(
                    Ids.next(),
                    TYPES.get(i),
                    "班",
                    TYPES.get(i),
                    "#2563eb",
                    LocalTime.of((6 + 8 * i) % 24, 0),
                    LocalTime.of((14 + 8 * i) % 24, 0),
                    List.of(),
                    skills));
            typeCodes.put(world.shiftType(TYPES.get(i)), TYPES.get(i));
        }
        for (var department : DEPARTMENTS) {
            for (var weekday : DayOfWeek.values()) {
                staffing.want(world.shiftType("bf-early"), department, weekday, 2, LocalDate.of(2000, 1, 1));
            }
        }
    }

    private void addPerson(int number) {
        var skills = number % 3 == 0 ? Set.of("night") : Set.<String>of();
        var agent = new Agent(
                "bf%02d".formatted(number), "客服 " + number, DEPARTMENTS.get(number % 2), skills, 3, false, 5, false);
        agents.save(agent);
        people.put(agent.id(), agent);
    }

    /** Four or five shifts a week, and a day of leave for some. */
    private void planFor(String agent) {
        for (int day = 0; day < DAYS; day++) {
            if (random.nextInt(7) < 4) {
                var type = TYPES.get(random.nextInt(
                        Objects.requireNonNull(people.get(agent)).skills().isEmpty() ? 2 : 3));
                var date = monday.plusDays(day);
                var slot = new Slot(agent, date, world.shiftType(type));
                try {
                    rota.assign(List.of(slot));
                } catch (Problem refused) {
                    continue;
                }
            }
        }
        if (random.nextInt(3) == 0) {
            rota.applyLeave(Ids.next(), agent, HalfDays.of(monday.plusDays(random.nextInt(DAYS))));
        }
    }

    private void lockSome() {
        world.as(SwapWorld.admin(), () -> {
            work().stream().filter(row -> random.nextInt(25) == 0).forEach(row -> {
                locks.hold(List.of(new AssignmentLocks.Lock(row.id(), "test", Ids.next(), "T-1")));
                locked.add(row.id());
            });
            return true;
        });
    }

    private List<Assignment> work() {
        return plan.stream()
                .filter(row -> row.status() == Assignment.Status.ACTIVE)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    @Test
    void blocksWhatAPlainComputationBlocks() {
        int feasible = 0;
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < CHAINS; i++) {
            var form = randomChain();
            var said = world.as(SwapWorld.admin(), () -> process.check(form));
            var blocked = said.findings().stream()
                    .filter(SwapVerdict::blocks)
                    .map(finding -> finding.reason().code() + "@"
                            + finding.reason().parameters().getOrDefault("step", "-"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(blocked).as("chain %d: %s", i, form).isEqualTo(bruteForce(form));
            seen.addAll(blocked.stream().map(code -> code.replaceAll("@.*", "")).toList());
            feasible += said.isFeasible() ? 1 : 0;
        }
        assertThat(feasible).isGreaterThan(CHAINS / 100);
        assertThat(seen)
                .contains(
                        "already_assigned",
                        "chain_open",
                        "coverage_short",
                        "given_twice",
                        "not_own_shift",
                        "on_leave",
                        "person_twice",
                        "rest_too_short",
                        "shift_locked",
                        "skill_missing");
    }

    /** Mostly closed chains of different people; now and then one that is broken somehow. */
    private SwapForm randomChain() {
        var rows = new ArrayList<>(work());
        Collections.shuffle(rows, random);
        int size = 2 + random.nextInt(random.nextInt(4) == 0 ? 7 : 2);
        List<Assignment> picked = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (var row : rows) {
            boolean near = picked.isEmpty()
                    || Math.abs(row.day().toEpochDay() - picked.getFirst().day().toEpochDay()) < 6;
            if (picked.size() < size && near && taken.add(row.agentId())) {
                picked.add(row);
            }
        }
        var parts = new ArrayList<>(SwapWorld.parts(picked.toArray(Assignment[]::new)));
        if (random.nextInt(10) == 0) {
            breakOne(parts, rows);
        }
        return new SwapForm(parts, null);
    }

    private void breakOne(List<SwapForm.Part> parts, List<Assignment> rows) {
        int at = random.nextInt(parts.size());
        var part = parts.get(at);
        var other = rows.getFirst();
        parts.set(
                at,
                switch (random.nextInt(4)) {
                    case 0 -> new SwapForm.Part(part.agentId(), part.gives(), other.id());
                    case 1 -> new SwapForm.Part(part.agentId(), other.id(), part.takes());
                    case 2 -> new SwapForm.Part(other.agentId(), part.gives(), part.takes());
                    default -> new SwapForm.Part(part.agentId(), part.gives(), null);
                });
    }

    private Set<String> bruteForce(SwapForm form) {
        Set<String> blocked = new TreeSet<>();
        Set<UUID> given = new HashSet<>();
        Set<String> seen = new HashSet<>();
        boolean whole = true;
        int step = 0;
        for (var part : form.parts()) {
            step++;
            var gives = shift(part.gives());
            if (!given.add(part.gives())) {
                blocked.add("given_twice@" + step);
            }
            if (!seen.add(part.agentId())) {
                blocked.add("person_twice@" + step);
            }
            boolean own = gives.agentId().equals(part.agentId());
            if (!own) {
                blocked.add("not_own_shift@" + step);
            }
            if (locked.contains(part.gives())) {
                blocked.add("shift_locked@" + step);
            }
            whole &= own && part.takes() != null;
            if (own && part.takes() != null) {
                look(step, part, blocked);
            }
        }
        boolean closed = isOneCircle(form);
        if (!closed) {
            blocked.add("chain_open@-");
        }
        if (closed && whole && departmentsLose(form)) {
            blocked.add("coverage_short@-");
        }
        return blocked;
    }

    private static boolean isOneCircle(SwapForm form) {
        var parts = form.parts();
        var gives = parts.stream().map(SwapForm.Part::gives).toList();
        if (Set.copyOf(gives).size() < gives.size() || parts.size() < 2) {
            return false;
        }
        int at = 0;
        for (int steps = 1; steps <= parts.size(); steps++) {
            at = gives.indexOf(parts.get(at).takes());
            if (at < 0) {
                return false;
            }
            if (at == 0) {
                return steps == parts.size();
            }
        }
        return false;
    }

    /** One person after the whole permutation. */
    private void look(int step, SwapForm.Part part, Set<String> blocked) {
        var takes = shift(Objects.requireNonNull(part.takes()));
        var agent = Objects.requireNonNull(people.get(part.agentId()));
        var others = plan.stream()
                .filter(row -> row.agentId().equals(part.agentId()) && !row.id().equals(part.gives()))
                .toList();
        var there = others.stream()
                .filter(row -> row.during().overlaps(takes.during()))
                .map(Assignment::status)
                .toList();
        boolean taken = there.contains(Assignment.Status.ACTIVE);
        if (taken) {
            blocked.add("already_assigned@" + step);
        }
        if (!taken && !there.isEmpty()
                || plan.stream()
                        .filter(row -> row.agentId().equals(part.agentId()) && row.status() == Assignment.Status.LEAVE)
                        .anyMatch(row -> row.day().equals(takes.day()))) {
            blocked.add("on_leave@" + step);
        }
        if (Objects.equals(typeCodes.get(takes.shiftTypeId()), "bf-night")
                && !agent.skills().contains("night")) {
            blocked.add("skill_missing@" + step);
        }
        var working = others.stream()
                .filter(row -> row.status() == Assignment.Status.ACTIVE)
                .toList();
        if (!taken
                && working.stream()
                        .anyMatch(row -> gap(row.during(), takes.during()).toMinutes() < 660)) {
            blocked.add("rest_too_short@" + step);
        }
        var days = working.stream().map(Assignment::day).collect(Collectors.toSet());
        days.add(takes.day());
        if (run(days, takes.day()) > 6) {
            blocked.add("too_many_days@" + step);
        }
        var before = plan.stream()
                .filter(row -> row.agentId().equals(part.agentId()) && row.status() == Assignment.Status.ACTIVE)
                .toList();
        var after = new ArrayList<>(working);
        after.add(takes);
        long week = week(after, takes.day());
        if (week > 2_640 && week > week(before, takes.day())) {
            blocked.add("long_week@" + step);
        }
        long overtime = overtime(after, takes.day());
        if (overtime > 2_160 && overtime > overtime(before, takes.day())) {
            blocked.add("too_much_overtime@" + step);
        }
    }

    private static Duration gap(TimeWindow one, TimeWindow other) {
        return one.end().isAfter(other.start())
                ? Duration.between(other.end(), one.start())
                : Duration.between(one.end(), other.start());
    }

    private static int run(Set<LocalDate> days, LocalDate day) {
        var first = day;
        while (days.contains(first.minusDays(1))) {
            first = first.minusDays(1);
        }
        int run = 0;
        while (days.contains(first.plusDays(run))) {
            run++;
        }
        return run;
    }

    private static long week(List<Assignment> rows, LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return rows.stream()
                .filter(row -> !row.day().isBefore(monday) && row.day().isBefore(monday.plusDays(7)))
                .mapToLong(row -> row.during().duration().toMinutes())
                .sum();
    }

    private static long overtime(List<Assignment> rows, LocalDate day) {
        var month = YearMonth.from(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(date -> date.getDayOfWeek() == DayOfWeek.SUNDAY)
                .mapToLong(sunday -> Math.max(0, week(rows, sunday) - 2_400))
                .sum();
    }

    /** Half hour by half hour over all of the month. */
    private boolean departmentsLose(SwapForm form) {
        var hands = form.parts().stream()
                .collect(Collectors.toMap(part -> Objects.requireNonNull(part.takes()), SwapForm.Part::agentId));
        var departments =
                form.parts().stream().map(part -> department(part.agentId())).collect(Collectors.toSet());
        return departments.stream().anyMatch(department -> {
            var before = work().stream()
                    .filter(row -> department(row.agentId()).equals(department))
                    .toList();
            var after = work().stream()
                    .filter(row -> department(hands.getOrDefault(row.id(), row.agentId()))
                            .equals(department))
                    .toList();
            return monday.minusDays(1)
                    .datesUntil(monday.plusDays(DAYS + 1))
                    .filter(day -> form.parts().stream()
                            .anyMatch(part -> Math.abs(shift(part.gives()).day().toEpochDay() - day.toEpochDay()) <= 1))
                    .anyMatch(day -> isShort(day, before, after));
        });
    }

    private static boolean isShort(LocalDate day, List<Assignment> before, List<Assignment> after) {
        for (int half = 0; half < 48; half++) {
            var start = day.atStartOfDay(SwapWorld.ZONE).toInstant().plus(HALF_HOUR.multipliedBy(half));
            int minimum = half >= 12 && half < 28 ? 2 : 0;
            long is = at(after, start);
            if (is < minimum && is < at(before, start)) {
                return true;
            }
        }
        return false;
    }

    private static long at(List<Assignment> rows, Instant start) {
        return rows.stream()
                .filter(row -> !row.during().start().isAfter(start)
                        && !row.during().end().isBefore(start.plus(HALF_HOUR)))
                .count();
    }

    private String department(String agent) {
        return Objects.requireNonNull(people.get(agent)).department();
    }

    private Assignment shift(UUID id) {
        return Objects.requireNonNull(shifts.get(id));
    }
}
