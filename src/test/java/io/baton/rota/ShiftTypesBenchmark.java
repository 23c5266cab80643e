package io.baton.rota;

import io.baton.development.MeasuredBaton;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
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

/** Forty shift types with staffing of ten departments: from the cache of a node, and from the database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class ShiftTypesBenchmark {

    private static final Tenant ACME = new Tenant("acme");
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);
    private static final int TYPES = 40;
    private static final int DEPARTMENTS = 10;

    private @Nullable MeasuredBaton baton;

    @Setup
    public void begin() {
        baton = MeasuredBaton.start();
        in(() -> {
            IntStream.range(0, TYPES).forEach(this::add);
            return true;
        });
    }

    private void add(int number) {
        var start = LocalTime.of(number % 24, 0);
        var type = new ShiftType(
                Ids.next(), "sb-" + number, "班", "Shift", "#2563eb", start, start.plusHours(8), List.of());
        bean(ShiftTypes.class).add(type);
        for (int department = 0; department < DEPARTMENTS; department++) {
            for (var weekday : DayOfWeek.values()) {
                bean(Staffing.class).want(type.id(), "sb-" + department, weekday, 2, ShiftTypes.BEGINNING);
            }
        }
    }

    @TearDown
    public void end() {
        Objects.requireNonNull(baton).close();
    }

    @Benchmark
    public List<ShiftType> typesFromTheCache() {
        return in(() -> bean(ShiftTypes.class).all());
    }

    @Benchmark
    public Coverage minimumOfADayFromTheCache() {
        return in(() -> bean(Staffing.class).needed("sb-1", MONDAY));
    }

    @Benchmark
    public Object typesFromTheDatabase() {
        return in(() -> bean(ShiftTypeTable.class).read());
    }

    private <T> T bean(Class<T> type) {
        return Objects.requireNonNull(baton).bean(type);
    }

    private <T> T in(Supplier<T> work) {
        return bean(TenantScope.class).call(ACME, work);
    }

    public static void main(String[] arguments) throws Exception {
        MeasuredBaton.measure(ShiftTypesBenchmark.class, "shift-types", "1g");
    }
}
