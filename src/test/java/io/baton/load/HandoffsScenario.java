package io.baton.load;

import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long it takes from a customer's request to the frame at an agent's desk when somebody is free, and how many handoffs a
 * second are started, scored, offered, accepted and completed; beside it the bare engine with the same diagram.
 */
final class HandoffsScenario implements Scenario {

    private static final double P99 = 100;
    private static final double SHARE = 0.5;
    private static final int PER_SECOND = 10;
    private static final int SEATS = 50;

    @Override
    public String name() {
        return "handoffs";
    }

    @Override
    public boolean needsOwnNodes() {
        return true;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var keycloak = bench.keycloak();
        double baton;
        try (var nodes = bench.baton(bench.options().number("nodes"), Map.of("baton.keycloak.url", keycloak));
                var proxy = new TcpProxy(nodes.door().sockets());
                var monitor = new InvariantMonitor(
                        () -> bench.services().superuser(),
                        Duration.ofMillis(bench.options().number("patience")))) {
            var url = URI.create("http://127.0.0.1:" + proxy.address().getPort());
            var centre = CallCentre.at(url, keycloak, bench.options().text("tenant"));
            var members = Staff.members(bench.options().number("agents"), false);
            try (var superuser = bench.services().superuser()) {
                new Staff(centre.tenant(), SEATS).hire(superuser, members);
            }
            try (var counter = new Counter(centre, members, bench.options())) {
                counter.open();
                monitor.start();
                latency(bench, counter);
                baton = throughput(bench, counter);
                monitor.drained();
            }
            promises(bench, centre, monitor);
        }
        reference(bench, baton);
    }

    private static void latency(Bench bench, Counter counter) throws Exception {
        var options = bench.options();
        counter.paced(PER_SECOND * options.number("warmup"), PER_SECOND);
        var measured = counter.paced(PER_SECOND * options.number("seconds"), PER_SECOND);
        bench.say("%s", measured);
        var report = bench.report();
        report.row(new Row(
                "handoff request to the agent's frame, somebody free, " + PER_SECOND + " requests/s: p99",
                String.format(Locale.ROOT, "≤ %.0f ms", P99),
                measured.toString(),
                "",
                Verdict.of(measured.p99() <= P99)));
        report.fact("handoffs.latency", measured);
    }

    private static double throughput(Bench bench, Counter counter) throws Exception {
        var options = bench.options();
        var perSecond = counter.most(options.seconds("warmup").dividedBy(4), options.seconds("seconds"));
        bench.say("%.1f handoffs/s", perSecond);
        bench.report().fact("handoffs.per-second", perSecond);
        return perSecond;
    }

    /** The same clients on the bare engine. */
    private static void reference(Bench bench, double baton) throws Exception {
        var options = bench.options();
        bench.say("the bare engine");
        try (var engine = new EmptyHandoffProcess(bench.services().emptyDatabase())) {
            var perSecond = Counter.most(
                    engine::handoff,
                    options.number("clients"),
                    options.seconds("warmup").dividedBy(4),
                    options.seconds("seconds"));
            if (engine.ended() == 0) {
                throw new IllegalStateException("the bare engine has ended nothing");
            }
            bench.say("%.1f handoffs/s", perSecond);
            bench.report().fact("handoffs.engine", perSecond);
            bench.report()
                    .row(new Row(
                            "handoffs started, scored, offered, accepted, completed per second, "
                                    + options.text("clients") + " customers at once",
                            String.format(Locale.ROOT, "≥ %.0f %% of the bare engine", SHARE * 100),
                            String.format(Locale.ROOT, "%.1f/s = %.0f %%", baton, 100 * baton / perSecond),
                            String.format(Locale.ROOT, "%.1f/s", perSecond),
                            Verdict.of(baton / perSecond >= SHARE)));
        }
    }

    private static void promises(Bench bench, CallCentre centre, InvariantMonitor monitor) throws Exception {
        try (var superuser = bench.services().superuser()) {
            var ended = centre.book().settle(superuser);
            var violations = centre.book().with(monitor.violations());
            violations.stream().limit(20).forEach(violation -> System.out.println("  ! " + violation));
            bench.say("%s %s", centre.book().counts(), centre.rest().troubles());
            var row = new Row(
                    "promises in it",
                    "0 lost, 0 violations",
                    "%s; %d violations in %d looks".formatted(ended, violations.size(), monitor.looks()),
                    "",
                    Verdict.of(violations.isEmpty() && monitor.looks() > 0));
            if (row.verdict() == Verdict.YES) {
                bench.report().row(row);
            } else {
                bench.report().fail(row);
            }
            bench.report().fact("handoffs.violations", texts(violations));
            bench.report().fact("handoffs.ended", new HashMap<>(ended));
        }
    }

    private static List<String> texts(List<Violation> violations) {
        return violations.stream().map(Violation::toString).toList();
    }
}
