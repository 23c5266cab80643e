package io.baton.handoff;

import io.baton.kernel.Workspace;
import io.baton.rules.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** A thousand agents ranked for an urgent request, with the explanation of each; beside the same sums in plain Java. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScoringBenchmark {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    /** How many agents may receive. */
    @Param({"10", "1000"})
    public int agents;

    private @Nullable RuleBook rules;
    private List<Candidate> candidates = List.of();
    private final Demand demand =
            new Demand(Priority.URGENT, Set.of("refund", "english"), Strategy.SCORE, Map.of(), null);

    @Setup
    public void begin() {
        var workspace = new Workspace(null);
        rules = RuleBook.compile("handoff", workspace.read("rules/handoff.drl"))
                .with(workspace.read("rules/handoff-weights.csv"));
        var random = new Random(7);
        candidates = IntStream.range(0, agents).mapToObj(i -> agent(i, random)).toList();
        var expected = inPlainJava().stream().map(Scoring.Ranked::score).toList();
        if (!byTheRules().stream().map(Scoring.Ranked::score).toList().equals(expected)) {
            throw new IllegalStateException("the rules say something else than the reference");
        }
    }

    @Benchmark
    public List<Scoring.Ranked> byTheRules() {
        return Scoring.rank(Objects.requireNonNull(rules), demand, candidates);
    }

    @Benchmark
    public List<Scoring.Ranked> inPlainJava() {
        return candidates.stream()
                .map(agent -> new Scoring.Ranked(agent, sum(agent)))
                .sorted(Scoring.BEST_FIRST)
                .toList();
    }

    private HandoffScore sum(Candidate agent) {
        var parts = new ArrayList<HandoffScore.Part>(6);
        if (agent.autoAccept()) {
            parts.add(part("autoAccept", "An agent who takes without being asked gets points", 5));
        }
        parts.add(part("load", "The more seats an agent has free, the more points", 30 * agent.freeShare()));
        parts.add(part("quality", "The better an agent's history, the more points", 10 * agent.quality()));
        if (agent.senior()) {
            parts.add(part("senior", "A senior agent gets points for an urgent request", 10));
        }
        parts.add(part(
                "skill",
                "The more of the wanted skills an agent has, the more points",
                20 * demand.match(agent.skills())));
        parts.add(
                agent.online()
                        ? part("status", "An online agent gets points for the status", 40)
                        : part("status", "An agent who is away gets fewer points for the status", 20));
        var total = parts.stream().map(HandoffScore.Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new HandoffScore(Strategy.SCORE, total, parts);
    }

    private static HandoffScore.Part part(String part, String rule, double points) {
        return new HandoffScore.Part(part, rule, BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP));
    }

    private static Candidate agent(int number, Random random) {
        int max = 1 + random.nextInt(8);
        var quality = new Quality(
                new Quality.Figure(random.nextDouble(), random.nextInt(20)),
                new Quality.Figure(random.nextDouble(), random.nextInt(20)),
                new Quality.Figure(random.nextDouble(), random.nextInt(20)));
        var seat = new Candidate.Seat(random.nextInt(max), max, quality, NOON.minusSeconds(random.nextInt(3600)), null);
        var skills = List.of(
                        Set.<String>of(),
                        Set.of("refund"),
                        Set.of("refund", "english"),
                        Set.of("vip", "refund", "ticket"))
                .get(random.nextInt(4));
        return new Candidate(
                "kf%04d".formatted(number),
                random.nextInt(4) > 0,
                seat,
                skills,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0);
    }

    public static void main(String[] arguments) throws Exception {
        var results = Files.createDirectories(Path.of("target/benchmarks")).resolve("scoring.json");
        new Runner(new OptionsBuilder()
                        .include(ScoringBenchmark.class.getSimpleName())
                        .resultFormat(ResultFormatType.JSON)
                        .result(results.toString())
                        .build())
                .run();
    }
}
