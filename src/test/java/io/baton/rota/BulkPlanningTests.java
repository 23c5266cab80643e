package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.ProcessTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rules.Severity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Planning many shifts on a real database, also when several managers plan the same people at once. */
@ProcessTest
class BulkPlanningTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final String DEPARTMENT = "bulk-tests";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger WEEKS = new AtomicInteger(80);

    @Autowired
    private BulkPlanning planning;

    @Autowired
    private Rota rota;

    @Autowired
    private Agents agents;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private AssignmentLocks locks;

    @Autowired
    private TenantScope scope;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private LocalDate monday = LocalDate.EPOCH;

    @BeforeEach
    void begin() {
        monday = LocalDate.now(ZONE).plusWeeks(WEEKS.getAndAdd(8)).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        in(manager(), () -> {
            IntStream.range(0, 20).forEach(i -> save("bp" + i, DEPARTMENT, Agent.FULL_TIME));
            save("bp-part-time", DEPARTMENT, 20);
            save("bp-other", "bulk-other", Agent.FULL_TIME);
            add("bp-early", 6, 14);
            add("bp-late", 14, 22);
            add("bp-night", 22, 6);
            add("bp-long", 6, 18);
            add("bp-dawn", 4, 12);
            types.add(new ShiftType(
                    Ids.next(),
                    "bp-vip",
                    "贵宾",
                    "VIP",
                    "#2563eb",
                    LocalTime.of(6, 0),
                    LocalTime.of(14, 0),
                    List.of(),
                    Set.of("refund", "piano")));
            return true;
        });
    }

    @Test
    void plansManyPeopleAndDaysInOneGo() {
        var result = plan(PlanningMode.ALL_OR_NOTHING, slots("bp-early", 20, 5));

        assertThat(result.created()).hasSize(100);
        assertThat(result.conflicts()).isEmpty();
        assertThat(rows("bp7")).hasSize(5);
        assertThat(trail()).contains("ShiftsPlanned 100 × 20, " + monday + " – " + monday.plusDays(4));
    }

    @Test
    void writesNothingWhenItIsOnlyAsked() {
        var slots = slots("bp-early", 3, 2);

        var result = in(manager(), () -> planning.check(slots, PlanningMode.ALL_OR_NOTHING));

        assertThat(result.created()).hasSize(6);
        assertThat(rows("bp0")).isEmpty();
    }

    @Test
    void plansTheOthersAndNamesPersonDateAndReason() {
        plan(PlanningMode.ALL_OR_NOTHING, slots("bp-early", 3, 1));

        var result = plan(PlanningMode.SKIP_CONFLICTS, slots("bp-long", 20, 1));

        assertThat(result.created()).hasSize(17);
        assertThat(blocking(result))
                .containsExactly(
                        "bp0 " + monday + " already_assigned",
                        "bp1 " + monday + " already_assigned",
                        "bp2 " + monday + " already_assigned");
        assertThat(result.conflicts().getFirst().finding().reason().en()).contains(monday + " 06:00–14:00");
    }

    @Test
    void plansNothingWhenOneCannotBeHad() {
        plan(PlanningMode.ALL_OR_NOTHING, slots("bp-early", 1, 1));

        var result = plan(PlanningMode.ALL_OR_NOTHING, slots("bp-long", 20, 1));

        assertThat(result.created()).isEmpty();
        assertThat(result.isBlocked()).isTrue();
        assertThat(rows("bp5")).isEmpty();
    }

    @Test
    void takesWhatTheSameRequestPlansIntoAccount() {
        var slots = List.of(slot("bp0", 0, "bp-long"), slot("bp0", 0, "bp-late"), slot("bp0", 0, "bp-night"));

        var result = plan(PlanningMode.SKIP_CONFLICTS, slots);

        assertThat(blocking(result)).containsExactly("bp0 " + monday + " already_assigned");
        assertThat(result.created()).hasSize(2);
        assertThat(warnings(result)).contains("rest_too_short", "long_day");
    }

    @Test
    void planningTheSameSlotTwiceInOneRequestIsPlanningItOnce() {
        var result = plan(PlanningMode.ALL_OR_NOTHING, List.of(slot("bp0", 0, "bp-early"), slot("bp0", 0, "bp-early")));

        assertThat(result.created()).hasSize(1);
        assertThat(result.conflicts()).isEmpty();
    }

    @Test
    void leavesTheSeventhDayFreeAndPlansTheSixAroundIt() {
        var result = plan(PlanningMode.SKIP_CONFLICTS, slots("bp-early", 1, 8));

        assertThat(blocking(result)).containsExactly("bp0 " + monday.plusDays(6) + " too_many_days");
        assertThat(result.created()).hasSize(7);
    }

    @Test
    void seesTheRunOfDaysAcrossTheEndOfAMonth() {
        var first = monday.with(TemporalAdjusters.firstDayOfNextMonth());
        var days = IntStream.rangeClosed(-3, 3)
                .mapToObj(day -> new Slot("bp0", first.plusDays(day), id("bp-early")))
                .toList();

        plan(PlanningMode.ALL_OR_NOTHING, days.subList(0, 3));
        var result = plan(PlanningMode.SKIP_CONFLICTS, days.subList(3, 7));

        assertThat(blocking(result)).containsExactly("bp0 " + first.plusDays(3) + " too_many_days");
    }

    @Test
    void warnsOfALongWeekAndOfMoreThanThePersonIsContractedFor() {
        var week = plan(PlanningMode.ALL_OR_NOTHING, slots("bp-early", 1, 6));
        var partTime = plan(
                PlanningMode.ALL_OR_NOTHING,
                IntStream.range(0, 3)
                        .mapToObj(day -> slot("bp-part-time", day, "bp-early"))
                        .toList());

        assertThat(warnings(week)).containsExactly("long_week");
        assertThat(warnings(partTime)).containsExactly("over_contract");
    }

    @Test
    void refusesMoreOvertimeThanAMonthAllows() {
        var slots = IntStream.range(0, 21)
                .filter(day -> day % 7 < 5)
                .mapToObj(day -> slot("bp0", day + 7, "bp-long"))
                .toList();

        assertThat(blocking(plan(PlanningMode.SKIP_CONFLICTS, slots)))
                .isNotEmpty()
                .allMatch(line -> line.contains("too_much_overtime"));
    }

    @Test
    void namesTheSkillsThatAreMissing() {
        var result = plan(PlanningMode.SKIP_CONFLICTS, slots("bp-vip", 1, 1));

        assertThat(blocking(result)).containsExactly("bp0 " + monday + " skill_missing");
        assertThat(result.conflicts().getFirst().finding().reason().parameters())
                .containsEntry("skills", "piano");
    }

    @Test
    void plansAroundHalfADayOfLeave() {
        in(manager(), () -> rota.applyLeave(Ids.next(), "bp0", HalfDays.of(monday, Half.AFTERNOON)));

        var result = plan(PlanningMode.SKIP_CONFLICTS, List.of(slot("bp0", 0, "bp-late"), slot("bp0", 1, "bp-early")));

        assertThat(blocking(result)).containsExactly("bp0 " + monday + " on_leave");
        assertThat(result.created()).hasSize(1);
    }

    @Test
    void callsTheNightOfALeaveLeaveAndNoShift() {
        plan(PlanningMode.ALL_OR_NOTHING, List.of(slot("bp0", 0, "bp-night")));
        in(manager(), () -> rota.applyLeave(Ids.next(), "bp0", HalfDays.of(monday)));

        var result = plan(PlanningMode.SKIP_CONFLICTS, List.of(slot("bp0", 1, "bp-dawn")));

        assertThat(blocking(result)).containsExactly("bp0 " + monday.plusDays(1) + " on_leave");
    }

    @Test
    void namesTheRequestThatHoldsAShift() {
        var row = plan(PlanningMode.ALL_OR_NOTHING, slots("bp-early", 1, 1))
                .created()
                .getFirst();
        in(manager(), () -> locks.hold(List.of(new AssignmentLocks.Lock(row.id(), "test", Ids.next(), "S-9"))));

        assertThat(blocking(plan(PlanningMode.SKIP_CONFLICTS, slots("bp-long", 1, 1))))
                .containsExactly("bp0 " + monday + " shift_locked");
        assertThat(in(manager(), () -> planning.remove(List.of(row.id()))))
                .extracting(conflict -> conflict.finding().reason().code())
                .containsExactly("shift_locked");
        assertThat(rows("bp0")).hasSize(1);
    }

    @Test
    void takesShiftsOffAgainAllOrNothing() {
        var rows = plan(PlanningMode.ALL_OR_NOTHING, slots("bp-early", 2, 1)).created();
        var ids = rows.stream().map(Assignment::id).toList();

        assertThat(in(manager(), () -> planning.remove(ids.subList(0, 1)))).isEmpty();
        var again = in(manager(), () -> planning.remove(ids));

        assertThat(again)
                .extracting(conflict -> conflict.finding().reason().code())
                .containsExactly("assignment_gone");
        assertThat(rows("bp0")).isEmpty();
        assertThat(rows("bp1")).hasSize(1);
        assertThatThrownBy(() -> in(manager(), () -> planning.remove(List.of(Ids.next()))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("assignment_unknown"));
    }

    @Test
    void refusesPeopleOfOtherDepartmentsAndTenants() {
        var slots = List.of(slot("bp0", 0, "bp-early"), slot("bp-other", 0, "bp-early"));
        var foreign = actor("globex", DEPARTMENT);

        assertThatThrownBy(() -> plan(PlanningMode.ALL_OR_NOTHING, slots))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
        assertThatThrownBy(() -> in(foreign, () -> planning.plan(slots, PlanningMode.SKIP_CONFLICTS)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("agent_unknown"));
        assertThat(rows("bp0")).isEmpty();
    }

    /** What the rules cannot know, because another writer did not ask for the lock, the database refuses all the same. */
    @Test
    void theDatabaseHasTheLastWordAndSpeaksLikeARule() throws Exception {
        var slots = slots("bp-early", 2, 1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var other = in(
                    manager(),
                    () -> transactions.execute(status -> {
                        jdbc.sql("""
                        insert into assignment (id, agent_id, rota_day, during, shift_type_id, status)
                        values (?, 'bp0', ?, tstzrange(?::timestamptz, ?::timestamptz), ?, 'ACTIVE')
                        """)
                                .params(Ids.next(), monday, at(8), at(10), id("bp-early"))
                                .update();
                        var waiting = threads.submit(() -> plan(PlanningMode.SKIP_CONFLICTS, slots));
                        awaitALock();
                        return waiting;
                    }));
            var result = other.get();
            assertThat(blocking(result)).containsExactly("bp0 " + monday + " already_assigned");
            assertThat(result.created()).extracting(Assignment::agentId).containsExactly("bp1");
        }
    }

    @Test
    void letsExactlyOneOfAThousandHaveTheSlot() throws Exception {
        var attempts = Collections.nCopies(
                1_000, (Callable<PlanningResult>) () -> plan(PlanningMode.ALL_OR_NOTHING, slots("bp-early", 1, 1)));

        try (var threads = Executors.newFixedThreadPool(32)) {
            var results = new ArrayList<PlanningResult>();
            for (var future : threads.invokeAll(attempts)) {
                results.add(future.get());
            }
            assertThat(results)
                    .filteredOn(result -> !result.created().isEmpty())
                    .hasSize(1);
            assertThat(results)
                    .filteredOn(result -> result.created().isEmpty())
                    .hasSize(999)
                    .allSatisfy(result -> assertThat(result.conflicts())
                            .singleElement()
                            .satisfies(conflict ->
                                    assertThat(conflict.finding().reason().zh()).contains("该时段已有排班")));
        }
        assertThat(rows("bp0")).hasSize(1);
    }

    /** Managers who plan and take off at random, at once: nobody is ever in two places, and nothing deadlocks. */
    @Test
    void keepsItsPromisesUnderRandomPlanning() throws Exception {
        var work = IntStream.range(0, 8).<Callable<Integer>>mapToObj(seed -> () -> {
            var random = new Random(seed);
            int planned = 0;
            for (int i = 0; i < 25; i++) {
                var rows =
                        plan(PlanningMode.SKIP_CONFLICTS, randomSlots(random)).created();
                planned += rows.size();
                if (random.nextBoolean() && !rows.isEmpty()) {
                    in(
                            manager(),
                            () -> planning.remove(
                                    rows.stream().map(Assignment::id).toList()));
                }
            }
            return planned;
        });

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var future : threads.invokeAll(work.toList())) {
                assertThat(future.get()).isPositive();
            }
        }

        var days = in(manager(), () -> rota.assignments(people(20), monday.minusDays(1), monday.plusDays(40)));
        for (var person : people(20)) {
            var own = days.stream().filter(row -> row.agentId().equals(person)).toList();
            for (int i = 1; i < own.size(); i++) {
                assertThat(own.get(i).during().overlaps(own.get(i - 1).during()))
                        .isFalse();
            }
            assertThat(longestRun(own)).isLessThanOrEqualTo(6);
        }
    }

    private static int longestRun(List<Assignment> rows) {
        var days = rows.stream().map(Assignment::day).distinct().toList();
        int longest = 0;
        for (var day : days) {
            int run = 0;
            while (days.contains(day.plusDays(run))) {
                run++;
            }
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private List<Slot> randomSlots(Random random) {
        var codes = List.of("bp-early", "bp-late", "bp-night", "bp-long");
        return IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(i -> slot("bp" + random.nextInt(20), random.nextInt(14), codes.get(random.nextInt(4))))
                .toList();
    }

    private List<String> blocking(PlanningResult result) {
        return result.conflicts().stream()
                .filter(conflict -> conflict.finding().severity() == Severity.BLOCKS)
                .map(conflict -> conflict.agentId() + " " + conflict.day() + " "
                        + conflict.finding().reason().code())
                .toList();
    }

    private static Set<String> warnings(PlanningResult result) {
        return result.conflicts().stream()
                .filter(conflict -> conflict.finding().severity() == Severity.WARNS)
                .map(conflict -> conflict.finding().reason().code())
                .collect(java.util.stream.Collectors.toSet());
    }

    private void awaitALock() {
        for (int i = 0; i < 500; i++) {
            var waits = jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    .query(Integer.class)
                    .single();
            if (waits > 0) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("nobody waits for the constraint");
    }

    private List<String> trail() {
        return in(
                manager(),
                () -> transactions.execute(status -> jdbc.sql(
                                "select what || ' ' || after from trail where kind = 'rota' and subject_id = ?")
                        .param(DEPARTMENT)
                        .query(String.class)
                        .list()));
    }

    private PlanningResult plan(PlanningMode mode, List<Slot> slots) {
        return in(manager(), () -> planning.plan(slots, mode));
    }

    private List<Slot> slots(String type, int people, int days) {
        return people(people).stream()
                .flatMap(person -> IntStream.range(0, days).mapToObj(day -> slot(person, day, type)))
                .toList();
    }

    private static List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> "bp" + i).toList();
    }

    private Slot slot(String agent, int day, String type) {
        return new Slot(agent, monday.plusDays(day), id(type));
    }

    private List<Assignment> rows(String agent) {
        return in(manager(), () -> rota.assignments(agent, monday, monday.plusDays(20)));
    }

    private String at(int hour) {
        return monday.atStartOfDay(ZONE).plusHours(hour).toInstant().toString();
    }

    private UUID id(String code) {
        return in(
                manager(),
                () -> types.all().stream()
                        .filter(type -> type.code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    private void save(String id, String department, int weeklyHours) {
        agents.save(new Agent(id, id, department, Set.of("refund"), 2, false, 4, true, weeklyHours));
    }

    private void add(String code, int start, int end) {
        types.add(new ShiftType(
                Ids.next(), code, code, code, "#2563eb", LocalTime.of(start, 0), LocalTime.of(end, 0), List.of()));
    }

    private static Actor manager() {
        return actor("acme", DEPARTMENT);
    }

    private static Actor actor(String tenant, String department) {
        return new Actor(new Tenant(tenant), "bulk.manager", "Manager", department, Set.of(Role.MANAGER), Set.of());
    }

    private <T> T in(Actor actor, Supplier<T> work) {
        return scope.call(actor, work);
    }
}
