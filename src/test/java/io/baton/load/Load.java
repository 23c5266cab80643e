package io.baton.load;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The one command of the load kit; ends with 1 when a promise was broken or a scenario failed. */
public final class Load {

    private static final List<Scenario> SCENARIOS = List.of(
            new LatencyScenario(),
            new ThroughputScenario(),
            new IdleScenario(),
            new StormScenario(),
            new FaultsScenario(),
            new HandoffsScenario(),
            new ChaosScenario(),
            new GrowthScenario());

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments);
        var report = new Report(String.join(" ", arguments));
        try (var bench = new Bench(options, report, System.out)) {
            for (var scenario : chosen(options)) {
                run(scenario, bench);
            }
        }
        report.print(System.out);
        report.write(Path.of(options.text("out")));
        System.exit(report.failed() ? 1 : 0);
    }

    private static List<Scenario> chosen(Options options) {
        var names = options.scenarios();
        var known = SCENARIOS.stream().map(Scenario::name).toList();
        var unknown = names.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown " + unknown + "; there are " + known);
        }
        Stream<Scenario> wanted =
                SCENARIOS.stream().filter(scenario -> names.isEmpty() || names.contains(scenario.name()));
        return wanted.filter(scenario -> options.foreign().isEmpty() || !scenario.needsOwnNodes())
                .toList();
    }

    private static void run(Scenario scenario, Bench bench) {
        System.out.printf("%n%s%n", scenario.name());
        try {
            scenario.run(bench);
        } catch (Exception failure) {
            failure.printStackTrace();
            bench.report()
                    .fail(new Report.Row(
                            scenario.name(), "", "failed: " + failure.getMessage(), "", Report.Verdict.NO));
        }
    }
}
