package io.baton.leave;

import static io.baton.leave.LeaveWorld.admin;
import static io.baton.leave.LeaveWorld.agent;
import static io.baton.leave.LeaveWorld.manager;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.ProcessTest;
import io.baton.kernel.Problem;
import io.baton.kernel.TenantScope;
import io.baton.kernel.TimeWindow;
import io.baton.rota.Absence;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.BulkPlanning;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import io.baton.rota.PlanningMode;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Slot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever is planned, asked for, approved, begun, cut short, extended or withdrawn, and in whichever order: the rota, the
 * half days away and the balance say the same as the requests.
 */
class PeriodLeavePropertyTests {

    private static final int DAYS = 14;
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final LocalDate MONDAY = LeaveWorld.freeWeek().plusWeeks(156);

    @SuppressWarnings("NullAway.Init")
    private static Beans beans;

    @SuppressWarnings("NullAway.Init")
    private static LeaveWorld world;

    private static final Set<String> REFUSALS = Set.of(
            "invalid",
            "leave_decided",
            "leave_begun",
            "leave_not_approved",
            "leave_not_begun",
            "leave_of_a_day",
            "leave_over",
            "extension_unknown",
            "not_waiting",
            "task_not_open",
            "balance_exceeded");

    /** What was done and not refused. */
    private static final Map<Verb, Integer> DONE = new EnumMap<>(Verb.class);

    /** The context of all tests; a property is no test that Spring knows. */
    @ProcessTest
    static final class Context {
        @Autowired
        private AutowireCapableBeanFactory factory;
    }

    /** What the tests use of the context. */
    record Beans(
            TenantScope scope,
            Agents agents,
            ShiftTypes types,
            Rota rota,
            BulkPlanning planning,
            LeaveProcesses processes,
            PeriodLeaveProcess process,
            Leaves leaves,
            BalanceLedger ledger,
            RuntimeService runtime,
            ManagementService management) {}

    enum Verb {
        PLAN,
        ASK,
        APPROVE,
        WITHDRAW,
        BEGIN,
        RETURN,
        EXTEND,
        END
    }

    /** Something that is done: about which day, for how many half days, about which of the requests so far. */
    record Deed(Verb verb, int day, Half half, int halves, int which) {}

    /** A person with four shifts who is away from Tuesday noon to Thursday noon. */
    private static final List<Deed> AWAY = List.of(
            new Deed(Verb.PLAN, 1, Half.MORNING, 1, 0),
            new Deed(Verb.PLAN, 2, Half.MORNING, 1, 0),
            new Deed(Verb.PLAN, 3, Half.MORNING, 1, 0),
            new Deed(Verb.PLAN, 4, Half.AFTERNOON, 1, 0),
            new Deed(Verb.ASK, 1, Half.AFTERNOON, 4, 0),
            new Deed(Verb.APPROVE, 1, Half.MORNING, 1, 0),
            new Deed(Verb.BEGIN, 1, Half.MORNING, 1, 0));

    @BeforeContainer
    static void begin() throws Exception {
        var context = new Context();
        var tests = new TestContextManager(Context.class);
        tests.beforeTestClass();
        tests.prepareTestInstance(context);
        beans = context.factory.createBean(Beans.class);
        world = new LeaveWorld(beans.scope(), beans.rota(), beans.types(), beans.agents());
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void keepsRotaBalanceAndRequestsTogether(
            @ForAll("beginnings") List<Deed> beginning, @ForAll("deeds") List<Deed> deeds) {
        var person = newcomer();
        var requests = new ArrayList<UUID>();
        for (var deed : Stream.concat(beginning.stream(), deeds.stream()).toList()) {
            perform(deed, person, requests);
            check(person, requests, deed);
        }
    }

    /** A property that refuses everything it tries would hold as well. */
    @AfterContainer
    static void everyDeedWasDone() {
        assertThat(DONE).containsOnlyKeys(Verb.values());
    }

    /** From nothing, and from where chance alone comes too seldom. */
    @Provide
    Arbitrary<List<Deed>> beginnings() {
        return Arbitraries.of(List.of(), AWAY, and(Verb.RETURN), and(Verb.EXTEND));
    }

    private static List<Deed> and(Verb verb) {
        return Stream.concat(AWAY.stream(), Stream.of(new Deed(verb, 1, Half.MORNING, 1, 0)))
                .toList();
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(Verb.class),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.of(Half.class),
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.integers().between(0, 3))
                .as(Deed::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(25);
    }

    /** Every refusal has a code; what is refused changes nothing, which is checked like everything else. */
    private static void perform(Deed deed, String person, List<UUID> requests) {
        try {
            if (act(deed, person, requests)) {
                DONE.merge(deed.verb(), 1, Integer::sum);
            }
        } catch (Problem refused) {
            assertThat(refused.code()).as("%s", deed).isIn(REFUSALS);
        }
    }

    /** False when there was nothing to do it to. */
    private static boolean act(Deed deed, String person, List<UUID> requests) {
        var day = MONDAY.plusDays(deed.day());
        if (deed.verb() == Verb.PLAN) {
            var shift = deed.half() == Half.MORNING ? "early" : "night";
            var result = world.as(manager(), () -> {
                var slot = new Slot(person, day, world.shiftType(shift));
                return beans.planning().plan(List.of(slot), PlanningMode.SKIP_CONFLICTS);
            });
            return !result.created().isEmpty();
        }
        if (deed.verb() == Verb.ASK) {
            var form = new LeaveForm(LeaveType.ANNUAL, span(day, deed), "旅行", List.of());
            var leave = world.as(agent(person), () -> beans.processes().of(form).request(form));
            requests.add(leave.id());
            return leave.isPending();
        }
        return !requests.isEmpty() && move(deed, person, requests.get(deed.which() % requests.size()));
    }

    private static boolean move(Deed deed, String person, UUID id) {
        var leave = read(id);
        var yes = new LeaveDecision(true, null);
        return switch (deed.verb()) {
            case APPROVE -> world.as(admin(), () -> beans.processes().of(leave).approve(id, yes)) != null;
            case WITHDRAW ->
                world.as(agent(person), () -> beans.processes().of(leave).withdraw(id, null)) != null;
            case BEGIN -> fire(id, "LeaveTimeReached");
            case END -> fire(id, "LeaveTimePassed");
            case RETURN -> {
                var back = new LeaveReturn(within(leave, deed), deed.half(), null);
                yield world.as(agent(person), () -> beans.process().returnEarly(id, back)) != null;
            }
            case EXTEND -> {
                var wish =
                        new Progress.Extension(leave.form().span().end().plusDays(deed.day() % 3), deed.half(), "未归");
                world.as(agent(person), () -> beans.process().extend(id, wish, List.of()));
                yield world.as(manager(), () -> beans.process().approveExtension(id, yes)) != null;
            }
            case PLAN, ASK -> throw new IllegalArgumentException(deed.toString());
        };
    }

    /** One of the days of the leave, or the day after it. */
    private static LocalDate within(LeaveRequest leave, Deed deed) {
        var days = leave.form().span().dates().count();
        return leave.form().span().start().plusDays(deed.day() % (days + 1));
    }

    private static void check(String person, List<UUID> requests, Deed deed) {
        var all = requests.stream().map(PeriodLeavePropertyTests::read).toList();
        var approved = all.stream()
                .filter(leave -> leave.state() == LeaveState.APPROVED)
                .toList();
        var rows = rows(person);
        assertThat(absences(person)).as("half days after %s", deed).isEqualTo(halves(approved));
        for (var row : rows) {
            var owner = approved.stream()
                    .filter(leave -> leave.id().equals(row.leaveId()))
                    .findFirst();
            boolean onLeave = row.status() == Assignment.Status.LEAVE;
            assertThat(owner.isPresent()).as("%s after %s", row, deed).isEqualTo(onLeave);
            assertThat(owner.map(leave -> leave.form().span().on(row.day()).isEmpty())
                            .orElse(false))
                    .as("%s lies in its leave after %s", row, deed)
                    .isFalse();
            assertThat(isWorked(row, approved))
                    .as("%s is worked after %s", row, deed)
                    .isNotEqualTo(onLeave);
        }
        assertThat(overlapping(rows)).as("two places at once after %s", deed).isEmpty();
        assertThat(planned(rows))
                .as("nothing planned got lost after %s", deed)
                .allSatisfy(shift -> assertThat(shift).isEqualTo(Duration.ofHours(8)));
        var balance = world.as(admin(), () -> beans.ledger().of(person, LeaveType.ANNUAL, MONDAY.getYear()));
        assertThat(balance.used()).as("used after %s", deed).isEqualByComparingTo(cost(approved));
        assertThat(balance.reserved())
                .as("reserved after %s", deed)
                .isEqualByComparingTo(
                        cost(all.stream().filter(LeaveRequest::isPending).toList()));
    }

    /** Whether none of the leaves has the half of the day in which the row begins. */
    private static boolean isWorked(Assignment row, List<LeaveRequest> approved) {
        var noon = row.day().atTime(12, 0).atZone(LeaveWorld.ZONE).toInstant();
        var half = row.during().start().isBefore(noon) ? Half.MORNING : Half.AFTERNOON;
        return approved.stream().noneMatch(leave -> leave.form().span().includes(row.day(), half));
    }

    /** How long the parts of each planned shift are together. */
    private static Collection<Duration> planned(List<Assignment> rows) {
        return rows.stream()
                .filter(row -> row.shiftTypeId() != null)
                .collect(Collectors.toMap(
                        row -> row.day() + " " + row.shiftTypeId(),
                        row -> row.during().duration(),
                        Duration::plus))
                .values();
    }

    private static List<TimeWindow> overlapping(List<Assignment> rows) {
        var found = new ArrayList<TimeWindow>();
        for (int i = 0; i < rows.size(); i++) {
            for (var other : rows.subList(i + 1, rows.size())) {
                rows.get(i).during().intersect(other.during()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static BigDecimal cost(List<LeaveRequest> leaves) {
        return leaves.stream().map(LeaveRequest::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Set<String> halves(List<LeaveRequest> leaves) {
        var halves = new HashSet<String>();
        for (var leave : leaves) {
            var span = leave.form().span();
            span.dates().forEach(day -> span.on(day).forEach(half -> halves.add(day + " " + half)));
        }
        return halves;
    }

    private static Set<String> absences(String person) {
        var all = world.as(
                admin(), () -> beans.rota().absences("ticketing", MONDAY.minusDays(1), MONDAY.plusDays(2L * DAYS)));
        var halves = new HashSet<String>();
        all.stream()
                .filter(absence -> absence.agentId().equals(person))
                .map((Absence absence) -> absence.day() + " " + absence.half())
                .forEach(halves::add);
        return halves;
    }

    private static List<Assignment> rows(String person) {
        return world.as(
                admin(), () -> beans.rota().assignments(person, MONDAY.minusDays(2), MONDAY.plusDays(2L * DAYS)));
    }

    private static HalfDays span(LocalDate day, Deed deed) {
        int last = deed.half().ordinal() + deed.halves() - 1;
        return new HalfDays(day, deed.half(), day.plusDays(last / 2), Half.values()[last % 2]);
    }

    private static boolean fire(UUID id, String element) {
        var instance = beans.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult();
        var job = instance == null ? null : job(instance.getId(), element);
        if (job != null) {
            beans.management().executeJob(job);
        }
        return job != null;
    }

    private static @Nullable String job(String instance, String element) {
        var job = beans.management()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(element)
                .singleResult();
        return job == null ? null : job.getId();
    }

    private static LeaveRequest read(UUID id) {
        return world.as(admin(), () -> beans.leaves().get(id));
    }

    private static String newcomer() {
        var id = "pl%04d".formatted(PEOPLE.incrementAndGet());
        world.as(admin(), () -> {
            beans.agents().save(new Agent(id, "客服 " + id, "ticketing", Set.of(), 3, false, 5, false));
            return true;
        });
        return id;
    }
}
