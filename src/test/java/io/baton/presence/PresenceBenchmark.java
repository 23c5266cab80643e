package io.baton.presence;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.baton.development.SpareRedis;
import io.baton.kernel.Tenant;
import io.baton.rota.Rota;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * The presence of 1,000 agents read at once, beside a bare question to the same Redis for 1,000 scores. The rota is
 * remembered and every choice is in Redis, as in an installation that has been asked before.
 */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PresenceBenchmark {

    private static final Tenant TENANT = new Tenant("benchmark");
    private static final List<String> PEOPLE =
            IntStream.range(0, 1_000).mapToObj("agent%04d"::formatted).toList();

    private RedissonClient redis = mock();
    private Statuses statuses = mock();

    @Setup
    public void begin() {
        redis = SpareRedis.client(System.getProperty("baton.benchmark.redis", ""));
        var rota = mock(Rota.class);
        when(rota.nextEdge(any())).thenReturn(Optional.empty());
        when(rota.onShift(any())).thenReturn(new HashSet<>(PEOPLE.subList(0, 700)));
        var clock = Clock.systemUTC();
        var leases = new SurvivingLeases(redis, clock);
        leases.takeExpired(TENANT);
        for (var person : PEOPLE.subList(0, 800)) {
            leases.lease(TENANT, new Line(person, "desk", "c"), Duration.ofHours(1));
            leases.remember(TENANT, Map.of(person, new Choice(State.AWAY, clock.instant())));
        }
        PEOPLE.subList(800, 1_000).forEach(person -> leases.remember(TENANT, Map.of(person, Choice.NEVER)));
        RedisTime.pass(redis, TENANT, Duration.ofSeconds(10));
        statuses = new Statuses(leases, mock(), mock(), new OnShift(rota, clock), clock);
    }

    @TearDown
    public void end() {
        redis.shutdown();
    }

    @Benchmark
    public Map<String, Status> presenceOfAThousand() {
        return statuses.of(TENANT, PEOPLE);
    }

    @Benchmark
    public List<Double> bareScoresOfAThousand() {
        return redis.<String>getScoredSortedSet(RedisTime.key(TENANT), StringCodec.INSTANCE)
                .getScore(PEOPLE);
    }

    public static void main(String[] arguments) throws Exception {
        var results = Files.createDirectories(Path.of("target/benchmarks")).resolve("presence.json");
        try (var spare = SpareRedis.started()) {
            new Runner(new OptionsBuilder()
                            .include(PresenceBenchmark.class.getSimpleName())
                            .jvmArgsAppend("-Dbaton.benchmark.redis=" + spare.address())
                            .resultFormat(ResultFormatType.JSON)
                            .result(results.toString())
                            .build())
                    .run();
        }
    }
}
