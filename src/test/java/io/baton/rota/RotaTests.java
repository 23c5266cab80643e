package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.ProcessTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;

/** The plan on a real database, also when many want the same at once. */
@ProcessTest
@RecordApplicationEvents
class RotaTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger DAYS = new AtomicInteger(400);

    @Autowired
    private Rota rota;

    @Autowired
    private Agents agents;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private AssignmentLocks locks;

    @Autowired
    private CoverPlanning covers;

    @Autowired
    private TenantScope scope;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private ShiftClock shiftClock;

    @Autowired
    private ApplicationEvents events;

    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void begin() {
        day = LocalDate.now(ZONE).plusDays(DAYS.getAndAdd(3));
        in(ACME, () -> {
            List.of("ra1", "ra2", "ra3")
                    .forEach(id ->
                            agents.save(new Agent(id, id, "rota-tests", Set.of("refund", "vip"), 2, false, 4, true)));
            types.add(type("r-early", 8, 16));
            types.add(type("r-late", 14, 22));
            types.add(type("r-night", 22, 6));
            return true;
        });
    }

    @Test
    void plansAShiftAndShowsIt() {
        var planned = assign("ra1", "r-early");

        assertThat(rows("ra1")).containsExactly(planned);
        assertThat(planned.during().start()).isEqualTo(at(8));
        assertThat(in(ACME, () -> rota.onShift(at(9)))).contains("ra1");
        assertThat(in(ACME, () -> rota.onShift(at(16)))).doesNotContain("ra1");
    }

    @Test
    void refusesAnOverlapAndNamesTheBlocker() {
        var first = assign("ra1", "r-early");

        assertThatThrownBy(() -> assign("ra1", "r-late")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("assignment_conflict");
            assertThat(problem.properties().toString())
                    .contains("already_assigned", first.id().toString());
        });
        assertThat(rows("ra1")).containsExactly(first);
    }

    @Test
    void plansShiftsThatOnlyTouch() {
        assign("ra1", "r-late");

        assertThat(assign("ra1", "r-night").during().start()).isEqualTo(at(22));
    }

    @Test
    void plansAllOrNothing() {
        assign("ra2", "r-early");
        var slots = List.of(new Slot("ra1", day, id("r-late")), new Slot("ra2", day, id("r-late")));

        assertThatThrownBy(() -> in(ACME, () -> rota.assign(slots))).isInstanceOf(Problem.class);

        assertThat(rows("ra1")).isEmpty();
    }

    @Test
    void letsOneOfAHundredHaveTheSlot() throws Exception {
        var attempts = IntStream.range(0, 100).<Callable<String>>mapToObj(i -> () -> {
            try {
                assign("ra3", i % 2 == 0 ? "r-early" : "r-late");
                return "won";
            } catch (Problem lost) {
                return lost.code();
            }
        });

        try (var threads = Executors.newFixedThreadPool(20)) {
            var answers = threads.invokeAll(attempts.toList()).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers).filteredOn("won"::equals).hasSize(1);
            assertThat(answers).filteredOn("assignment_conflict"::equals).hasSize(99);
        }
        assertThat(rows("ra3")).hasSize(1);
    }

    @Test
    void keepsTheDatabaseFromDoubleBookingWhateverTheCodeDoes() {
        var row = assign("ra1", "r-early");

        assertThatThrownBy(() -> in(
                        ACME,
                        () -> transactions.execute(status ->
                                jdbc.sql("""
                        insert into assignment (id, agent_id, rota_day, during, shift_type_id, status)
                        select ?, agent_id, rota_day, during, shift_type_id, status from assignment where id = ?
                        """).params(Ids.next(), row.id()).update())))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void refusesEmptyAndEndlessTimes() {
        var row = assign("ra1", "r-early");

        for (var during : List.of("empty", "[2030-01-01,)", "(2030-01-01,2030-01-02)", "[2030-01-01,2030-01-03)")) {
            assertThatThrownBy(() -> in(
                            ACME,
                            () -> transactions.execute(
                                    status -> jdbc.sql("update assignment set during = ?::tstzrange where id = ?")
                                            .params(during, row.id())
                                            .update())))
                    .as(during)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void turnsShiftsIntoLeaveOnceAndBack() {
        assign("ra1", "r-early");
        var leave = Ids.next();
        var afternoon = HalfDays.of(day, Half.AFTERNOON);

        in(ACME, () -> rota.applyLeave(leave, "ra1", afternoon));
        in(ACME, () -> rota.applyLeave(leave, "ra1", afternoon));

        assertThat(rows("ra1"))
                .extracting(Assignment::status)
                .containsExactly(Assignment.Status.ACTIVE, Assignment.Status.LEAVE);
        assertThat(in(ACME, () -> rota.onShift(at(13)))).doesNotContain("ra1");
        assertThat(in(ACME, () -> rota.away("ra1", day, Half.AFTERNOON))).isTrue();

        var back = in(ACME, () -> rota.giveBackLeave(leave, afternoon));
        in(ACME, () -> rota.giveBackLeave(leave, afternoon));

        assertThat(back.restored())
                .singleElement()
                .satisfies(row -> assertThat(row.during().duration()).hasHours(8));
        assertThat(rows("ra1")).hasSize(1);
        assertThat(in(ACME, () -> rota.away("ra1", day, Half.AFTERNOON))).isFalse();
    }

    @Test
    void takesTwoHalvesOfOneDayButNotTheSameHalfTwice() {
        assign("ra1", "r-early");
        in(ACME, () -> rota.applyLeave(Ids.next(), "ra1", HalfDays.of(day, Half.MORNING)));
        in(ACME, () -> rota.applyLeave(Ids.next(), "ra1", HalfDays.of(day, Half.AFTERNOON)));

        assertThatThrownBy(() -> in(ACME, () -> rota.applyLeave(Ids.next(), "ra1", HalfDays.of(day))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("leave_overlap"));
    }

    @Test
    void plansNobodyWhoIsAway() {
        in(ACME, () -> rota.applyLeave(Ids.next(), "ra1", HalfDays.of(day, Half.AFTERNOON)));

        assertThatThrownBy(() -> assign("ra1", "r-late"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.properties().toString()).contains("on_leave"));
    }

    @Test
    void leavesALockedShiftAlone() {
        var row = assign("ra1", "r-early");
        var swap = Ids.next();
        var lock = new AssignmentLocks.Lock(row.id(), "test", swap, "S-1");

        assertThat(in(ACME, () -> locks.hold(List.of(lock)))).isTrue();
        assertThat(in(ACME, () -> locks.hold(List.of(new AssignmentLocks.Lock(row.id(), "test", Ids.next(), "S-2")))))
                .isFalse();
        assertThatThrownBy(() -> in(ACME, () -> rota.applyLeave(Ids.next(), "ra1", HalfDays.of(day))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("shift_locked"));
        assertThat(rows("ra1")).containsExactly(row);
    }

    @Test
    void leavesACoverAloneThatAnOpenRequestHolds() {
        assign("ra1", "r-early");
        var leave = Ids.next();
        in(ACME, () -> rota.applyLeave(leave, "ra1", HalfDays.of(day)));
        var away = rows("ra1").getFirst();
        var cover = in(ACME, () -> covers.assign(away.id(), "ra2")).created().getFirst();
        in(ACME, () -> locks.hold(List.of(new AssignmentLocks.Lock(cover.id(), "swap", Ids.next(), "S-1"))));

        var back = in(ACME, () -> rota.giveBackLeave(leave, HalfDays.of(day)));

        assertThat(back.filledBy()).containsExactly("ra2");
        assertThat(back.released()).isEmpty();
        assertThat(rows("ra2")).containsExactly(cover);
        assertThat(rows("ra1")).extracting(Assignment::status).containsExactly(Assignment.Status.ACTIVE);
    }

    @Test
    void countsTheDepartmentPerHalfHour() {
        assign("ra1", "r-early");
        assign("ra2", "r-late");
        in(ACME, () -> rota.assign("ra3", day.minusDays(1), id("r-night")));

        var people = in(ACME, () -> rota.coverage("rota-tests", day)).intervals();

        assertThat(people).hasSize(48);
        assertThat(people.get(11).people()).isEqualTo(1);
        assertThat(people.get(12).people()).isZero();
        assertThat(people.get(28).people()).isEqualTo(2);
        assertThat(people.get(43).people()).isEqualTo(1);
    }

    @Test
    void keepsTenantsApart() {
        assign("ra1", "r-early");

        assertThat(in(new Tenant("globex"), () -> rota.assignments("ra1", day, day)))
                .isEmpty();
        assertThat(in(new Tenant("globex"), () -> agents.find("ra1"))).isEmpty();
    }

    @Test
    void tellsTheEdgesOfShiftsOnce() {
        var row = assign("ra1", "r-early");

        sweepAt(row.during().start().minus(Duration.ofMinutes(1)));
        sweepAt(row.during().start());
        sweepAt(row.during().start());
        sweepAt(row.during().end().plusSeconds(30));

        assertThat(events.stream(ShiftBegan.class))
                .filteredOn(event -> event.assignmentId().equals(row.id()))
                .containsExactly(new ShiftBegan(ACME, "ra1", row.id(), row.during()));
        assertThat(events.stream(ShiftEnded.class))
                .filteredOn(event -> event.assignmentId().equals(row.id()))
                .containsExactly(new ShiftEnded(ACME, "ra1", row.id(), row.during()));
    }

    private void sweepAt(Instant instant) {
        shiftClock.sweep(ACME, instant);
    }

    private Assignment assign(String agent, String type) {
        return in(ACME, () -> rota.assign(agent, day, id(type)));
    }

    private List<Assignment> rows(String agent) {
        return in(ACME, () -> rota.assignments(agent, day, day));
    }

    private UUID id(String code) {
        return in(
                ACME,
                () -> types.all().stream()
                        .filter(type -> type.code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    private <T> T in(Tenant tenant, Supplier<T> work) {
        return scope.call(Actor.system(tenant), work);
    }

    private Instant at(int hour) {
        return day.atStartOfDay(ZONE).plusHours(hour).toInstant();
    }

    private static ShiftType type(String code, int start, int end) {
        return new ShiftType(
                Ids.next(), code, code, code, "#000000", LocalTime.of(start, 0), LocalTime.of(end, 0), List.of());
    }
}
