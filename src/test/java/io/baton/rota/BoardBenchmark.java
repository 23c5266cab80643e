package io.baton.rota;

import io.baton.Tokens;
import io.baton.development.MeasuredBaton;
import io.baton.development.SharedServices;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.presence.Presence;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the rota board asks for, over HTTP and read to the last byte: the plan of 1,000 agents for 7 days, their lights, and
 * their coverage; beside the bare reading of the same rows from the database. With and without the plans of two years behind
 * it, of 3,000 agents.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 10)
@Measurement(iterations = 4, time = 10)
@Fork(1)
public class BoardBenchmark {

    private static final Tenant ACME = new Tenant("acme");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DEPARTMENT = "bb";
    private static final int PEOPLE = 3_000;
    private static final int SHOWN = 1_000;
    private static final int DAYS = 7;

    /** A rota of so many days up to the end of the week that is shown, for everybody, made in PostgreSQL. */
    private static final String PLANS = """
            insert into assignment (id, tenant_id, agent_id, rota_day, during, shift_type_id, status)
            select gen_random_uuid(), 'acme', 'bb' || lpad(agent::text, 5, '0'), day,
                tstzrange((day + time '06:00') at time zone 'Asia/Shanghai', (day + time '14:00') at time zone 'Asia/Shanghai'),
                ?, 'ACTIVE'
            from generate_series(0, ?::int) back, lateral (select ?::date - back as day) d, generate_series(0, ?::int) agent
            """;

    private static final String ROWS = """
            select id, agent_id, rota_day, starts_at, ends_at, shift_type_id from assignment
            where agent_id = any(?) and rota_day between ? and ? and status in ('ACTIVE', 'LEAVE') order by agent_id, rota_day
            """;

    /** Rota days that are stored of each agent. */
    @Param({"7", "730"})
    int stored;

    private final ScheduledExecutorService desks = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalDate monday = LocalDate.now(ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    private final LocalDate sunday = monday.plusDays(DAYS - 1L);
    private @Nullable MeasuredBaton baton;
    private String url = "";

    @Setup
    public void begin() throws SQLException {
        baton = MeasuredBaton.start();
        url = baton.property("BATON_URL");
        var type = in(() -> {
            for (int i = 0; i < PEOPLE; i++) {
                var department = i < SHOWN ? DEPARTMENT : DEPARTMENT + "-" + i % 10;
                bean(Agents.class).save(new Agent(id(i), "Agent " + i, department, Set.of(), 2, false, 4, true));
            }
            return type();
        });
        plan(type);
        desks.scheduleAtFixedRate(this::showLife, 0, Presence.LEASE.toSeconds() / 3, TimeUnit.SECONDS);
    }

    /** As a thousand desks do: whoever falls silent is lost, and that would be measured as well. */
    private void showLife() {
        in(() -> {
            people().forEach(agent -> bean(Presence.class).heartbeat(agent, "desk"));
            return true;
        });
    }

    private UUID type() {
        var type = new ShiftType(
                Ids.next(), "bb-early", "早", "Early", "#2563eb", LocalTime.of(6, 0), LocalTime.of(14, 0), List.of());
        bean(ShiftTypes.class).add(type);
        for (var weekday : DayOfWeek.values()) {
            bean(Staffing.class).want(type.id(), DEPARTMENT, weekday, SHOWN / 2, ShiftTypes.BEGINNING);
        }
        return type.id();
    }

    /** The index that refuses overlaps is made afterwards, all at once; then the table is as one that has been used for long. */
    private void plan(UUID type) throws SQLException {
        var database = Objects.requireNonNull(baton).property("spring.datasource.url");
        try (var connection =
                        SharedServices.all().postgresql().superuser(database.substring(database.lastIndexOf('/') + 1));
                var insert = connection.prepareStatement(PLANS);
                var table = connection.createStatement()) {
            var once = table.executeQuery(
                    "select pg_get_constraintdef(oid) from pg_constraint where conname = 'assignment_once'");
            once.next();
            var constraint = once.getString(1);
            table.execute("alter table assignment drop constraint assignment_once");
            table.execute("set session_replication_role = replica");
            insert.setObject(1, type);
            insert.setInt(2, stored - 1);
            insert.setObject(3, sunday);
            insert.setInt(4, PEOPLE - 1);
            insert.executeUpdate();
            table.execute("alter table assignment add constraint assignment_once " + constraint);
            table.execute("vacuum analyze");
            table.execute("checkpoint");
        }
    }

    @TearDown
    public void end() {
        desks.shutdownNow();
        Objects.requireNonNull(baton).close();
    }

    @Benchmark
    public long boardWithLights() throws Exception {
        return planOfTheWeek() + lights();
    }

    @Benchmark
    public long planOfTheWeek() throws Exception {
        return bytes("/api/v1/rota?from=" + monday + "&to=" + sunday + "&department=" + DEPARTMENT);
    }

    @Benchmark
    public long lights() throws Exception {
        return bytes("/api/v1/rota/live?department=" + DEPARTMENT);
    }

    @Benchmark
    public long coverageOfTheWeek() throws Exception {
        return bytes("/api/v1/rota/coverage?date=" + monday + "&days=" + DAYS + "&department=" + DEPARTMENT);
    }

    @Benchmark
    public int bareRows() {
        return in(() -> bean(TransactionOperations.class)
                .execute(status -> bean(JdbcClient.class)
                        .sql(ROWS)
                        .param(people().toArray(String[]::new))
                        .params(monday, sunday)
                        .query((row, number) -> List.of(
                                row.getObject(1),
                                row.getObject(2),
                                row.getObject(3),
                                row.getObject(4),
                                row.getObject(5),
                                row.getObject(6)))
                        .list()
                        .size()));
    }

    /** Counts the bytes of an answer and keeps none, so that the client leaves no megabytes to collect. */
    private long bytes(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + Tokens.of("acme.admin"))
                .build();
        var length = new AtomicLong();
        var answer = http.send(
                request,
                BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> length.addAndGet(bytes.length))));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return length.get();
    }

    private static List<String> people() {
        return IntStream.range(0, SHOWN).mapToObj(BoardBenchmark::id).toList();
    }

    private static String id(int agent) {
        return "bb%05d".formatted(agent);
    }

    private <T> T bean(Class<T> type) {
        return Objects.requireNonNull(baton).bean(type);
    }

    private <T> T in(Supplier<T> work) {
        return bean(TenantScope.class).call(ACME, work);
    }

    public static void main(String[] arguments) throws Exception {
        MeasuredBaton.measure(BoardBenchmark.class, "board", "2g");
    }
}
