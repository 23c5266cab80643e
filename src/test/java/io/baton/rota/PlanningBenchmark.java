package io.baton.rota;

import io.baton.development.MeasuredBaton;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.kernel.TimeWindow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Conflict check and assignment of 50 agents in one call, and of 3,000 agents for a month, beside the bare insert of as many
 * rows into the same table. Everything between the controller and the disk is in it: rights, locks, rules, constraint, trail.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(1)
public class PlanningBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor PLANNER =
            new Actor(new Tenant("acme"), "planner", "Planner", null, Set.of(Role.ADMIN), Set.of());
    private static final int PEOPLE = 3_000;
    private static final int FIFTY = 50;
    private static final int MONTH = 31;

    private @Nullable MeasuredBaton baton;
    private UUID early = new UUID(0, 0);
    private LocalDate next = LocalDate.now(ZONE).plusYears(1);
    private int group;

    @Setup
    public void begin() {
        baton = MeasuredBaton.start();
        in(() -> {
            var types = bean(ShiftTypes.class);
            types.add(new ShiftType(
                    Ids.next(),
                    "pb-early",
                    "早",
                    "Early",
                    "#2563eb",
                    LocalTime.of(6, 0),
                    LocalTime.of(14, 0),
                    List.of()));
            early = types.all().stream()
                    .filter(type -> type.code().equals("pb-early"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            people(0, PEOPLE)
                    .forEach(id -> bean(Agents.class).save(new Agent(id, id, "pb", Set.of(), 2, false, 4, true)));
            return true;
        });
    }

    @TearDown
    public void end() {
        Objects.requireNonNull(baton).close();
    }

    @Benchmark
    public PlanningResult planFiftyAgents() {
        var slots = fifty(agent -> new Slot(agent, next, early));
        return in(() -> bean(BulkPlanning.class).plan(slots, PlanningMode.ALL_OR_NOTHING));
    }

    @Benchmark
    public Set<UUID> bareInsertOfFifty() {
        return insert(fifty(agent -> row(agent, next)));
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public PlanningResult planAMonthOfThreeThousand() {
        var slots = month().stream()
                .map(row -> new Slot(row.agentId(), row.day(), early))
                .toList();
        return in(() -> bean(BulkPlanning.class).plan(slots, PlanningMode.SKIP_CONFLICTS));
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public Set<UUID> bareInsertOfAMonthOfThreeThousand() {
        return insert(month());
    }

    private Set<UUID> insert(List<Assignment> rows) {
        return in(() -> bean(TransactionOperations.class)
                .execute(status -> bean(AssignmentTable.class).insert(rows)));
    }

    /** For fifty people, each time others; when all had their turn, for the next day but one. */
    private <T> List<T> fifty(Function<String, T> make) {
        var people = people(group * FIFTY, FIFTY);
        group = (group + 1) % (PEOPLE / FIFTY);
        if (group == 0) {
            next = next.plusDays(2);
        }
        return people.stream().map(make).toList();
    }

    private List<Assignment> month() {
        var first = next;
        next = next.plusDays(MONTH + 2);
        return IntStream.range(0, MONTH)
                .boxed()
                .flatMap(day -> people(0, PEOPLE).stream().map(agent -> row(agent, first.plusDays(day))))
                .toList();
    }

    private Assignment row(String agent, LocalDate day) {
        var during = new TimeWindow(
                day.atTime(6, 0).atZone(ZONE).toInstant(),
                day.atTime(14, 0).atZone(ZONE).toInstant());
        return new Assignment(Ids.next(), agent, day, during, early, Assignment.Status.ACTIVE, null, null);
    }

    private static List<String> people(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj("pb%05d"::formatted)
                .toList();
    }

    private <T> T bean(Class<T> type) {
        return Objects.requireNonNull(baton).bean(type);
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(baton).bean(TenantScope.class).call(PLANNER, work);
    }

    public static void main(String[] arguments) throws Exception {
        MeasuredBaton.measure(PlanningBenchmark.class, "planning", "2g");
    }
}
