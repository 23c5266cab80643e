package io.baton.handoff;

import java.util.Locale;

/**
 * Plays the day of a ticket sale with each strategy, the same customers and the same agents each time, in virtual time, and
 * prints how it went. The argument is the seed of the day.
 */
public final class WorkingDayBenchmark {

    private WorkingDayBenchmark() {}

    public static void main(String[] arguments) {
        var seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
        var day = new WorkingDay(seed);
        var enquiries = day.enquiries();
        var workers = day.workers();
        System.out.printf(Locale.ROOT, "seed %d: %,d enquiries, %d agents%n%n", seed, enquiries.size(), workers.size());
        System.out.println(
                "| strategy | within 15 s | wait: mean | p50 | p95 | gone | ticket | occupancy | spread between"
                        + " agents of a shift | same agent again |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var strategy : Strategy.values()) {
            var began = System.nanoTime();
            var level = new FloorSimulation(strategy, FloorSimulation.Behaviour.REAL, seed).play(workers, enquiries);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f %% | %.1f s | %.1f s | %.1f s | %.1f %% | %.1f %% | %.1f %% | %.1f points | %.1f %% |%n",
                    strategy,
                    100 * level.withinTarget(),
                    level.meanWait(),
                    level.wait(0.5),
                    level.wait(0.95),
                    100 * level.abandonRate(),
                    100 * level.ticketRate(),
                    100 * level.occupancy(),
                    100 * level.spread(),
                    100 * level.sameAgentRate());
            System.err.printf(Locale.ROOT, "%s took %.1f s%n", strategy, (System.nanoTime() - began) / 1e9);
        }
    }
}
