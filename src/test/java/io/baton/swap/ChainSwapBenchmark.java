package io.baton.swap;

import io.baton.development.MeasuredBaton;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.Exchange;
import io.baton.rota.Rota;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Slot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
 * What the rules say to a chain of eight people of two departments of a hundred with a full month, beside the bare reading of
 * the shifts, locks and weeks that it needs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(1)
public class ChainSwapBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor ADMIN =
            new Actor(new Tenant("acme"), "planner", "Planner", null, Set.of(Role.ADMIN), Set.of());
    private static final int PEOPLE = 200;
    private static final int EIGHT = 8;

    private @Nullable MeasuredBaton baton;
    private LocalDate monday = LocalDate.EPOCH;
    private final List<SwapForm> chains = new ArrayList<>();
    private int next;

    @Setup
    public void begin() {
        baton = MeasuredBaton.start();
        monday = LocalDate.now(ZONE).plusYears(1).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        in(() -> {
            bean(ShiftTypes.class)
                    .add(new ShiftType(
                            Ids.next(),
                            "cb-early",
                            "早",
                            "Early",
                            "#2563eb",
                            LocalTime.of(6, 0),
                            LocalTime.of(14, 0),
                            List.of()));
            IntStream.range(0, PEOPLE)
                    .forEach(i -> bean(Agents.class)
                            .save(new Agent(id(i), id(i), "cb-" + i % 2, Set.of(), 2, false, 4, true)));
            return true;
        });
        var early = in(() -> bean(ShiftTypes.class).all().stream()
                .filter(type -> type.code().equals("cb-early"))
                .findFirst()
                .orElseThrow()
                .id());
        var rows = in(() -> bean(Rota.class)
                .assign(IntStream.range(0, PEOPLE)
                        .boxed()
                        .flatMap(i -> monday.datesUntil(monday.plusDays(28))
                                .filter(day -> (day.getDayOfWeek().getValue() + i) % 7 < 4)
                                .map(day -> new Slot(id(i), day, early)))
                        .toList()));
        for (int first = 0; first + EIGHT <= PEOPLE; first += EIGHT) {
            chains.add(chain(rows, first));
        }
    }

    private static SwapForm chain(List<Assignment> rows, int first) {
        var picked = IntStream.range(first, first + EIGHT)
                .mapToObj(i -> rows.stream()
                        .filter(row -> row.agentId().equals(id(i)))
                        .skip(4)
                        .findFirst()
                        .orElseThrow())
                .toArray(Assignment[]::new);
        return SwapWorld.chain(picked);
    }

    @TearDown
    public void end() {
        Objects.requireNonNull(baton).close();
    }

    @Benchmark
    public SwapVerdict checkAChainOfEight() {
        var form = form();
        return in(() -> bean(ChainSwapProcess.class).check(form));
    }

    @Benchmark
    public Object readWhatItNeeds() {
        var form = form();
        return in(() -> bean(TransactionOperations.class).execute(status -> {
            var shifts = bean(Exchange.class).shifts(form.shifts());
            bean(AssignmentLocks.class).on(shifts.values());
            return bean(Rota.class).assignments(form.people(), monday.minusDays(14), monday.plusDays(35));
        }));
    }

    private SwapForm form() {
        next = (next + 1) % chains.size();
        return chains.get(next);
    }

    private static String id(int number) {
        return "cb%03d".formatted(number);
    }

    private <T> T bean(Class<T> type) {
        return Objects.requireNonNull(baton).bean(type);
    }

    private <T> T in(Supplier<T> work) {
        return bean(TenantScope.class).call(ADMIN, work);
    }

    public static void main(String[] arguments) throws Exception {
        MeasuredBaton.measure(ChainSwapBenchmark.class, "chain-swap", "1g");
    }
}
