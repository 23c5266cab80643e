package io.baton.load;

import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.util.Locale;

/** The most durable messages per second, held against the same sockets without a database and the naive path. */
final class ThroughputScenario implements Scenario {

    private static final double NAIVE = 3;
    private static final double BARE = 0.35;
    private static final double P99 = 100;
    private static final double SHARE = 0.8;

    /** What one server managed. */
    private record Most(double perSecond, Latency latency) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,.0f/s (%s)", perSecond, latency);
        }
    }

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public boolean needsOwnNodes() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var baton = baton(bench);
        if (bench.options().foreign().isEmpty()) {
            var bare = relay(bench, Relay.Mode.BARE);
            var naive = relay(bench, Relay.Mode.NAIVE);
            compare(bench, baton, naive, bare);
            new BarePostgresql(bench.services()).report(bench);
        }
    }

    private static Most baton(Bench bench) throws Exception {
        try (var baton = bench.baton(1);
                var clients = new Clients(baton.door(), Habits.SHIPPED)) {
            var most = most(bench, clients, baton.door());
            bench.say("Baton: %s", most);
            var paced = paced(bench, clients, most.perSecond() * SHARE);
            new Audit(clients).run();
            var report = bench.report();
            report.fact("throughput.baton", most);
            report.fact("throughput.at-80-percent", paced);
            report.fact("throughput.troubles", clients.troubles());
            report.row(new Row("most durable messages/s, " + pairs(bench), "", most.toString(), "", Verdict.NONE));
            report.row(new Row(
                    "p99 at 80 % of it",
                    String.format(Locale.ROOT, "≤ %.0f ms", P99),
                    paced.toString(),
                    "",
                    Verdict.of(paced.p99() <= P99)));
            Promises.report(report, "promises in it", clients);
            report.course("Throughput", clients.meter());
            return most;
        }
    }

    private static Most relay(Bench bench, Relay.Mode mode) throws Exception {
        try (var relay = bench.relay(mode).orElseThrow();
                var clients = new Clients(relay.door(), Habits.SHIPPED)) {
            var most = most(bench, clients, relay.door());
            bench.say("%s relay: %s", mode, most);
            bench.report().fact("throughput.relay." + mode.name().toLowerCase(Locale.ROOT), most);
            return most;
        }
    }

    private static void compare(Bench bench, Most baton, Most naive, Most bare) {
        bench.report().row(ratio("… against the naive path", NAIVE, baton, naive));
        bench.report().row(ratio("… against the relay without a database", BARE, baton, bare));
    }

    private static Row ratio(String what, double bar, Most baton, Most reference) {
        var ratio = baton.perSecond() / reference.perSecond();
        return new Row(
                what,
                String.format(Locale.ROOT, "≥ %.2f ×", bar),
                String.format(Locale.ROOT, "%.2f ×", ratio),
                reference.toString(),
                Verdict.of(ratio >= bar));
    }

    private static Most most(Bench bench, Clients clients, Door door) throws InterruptedException {
        var options = bench.options();
        var chats = bench.open(clients, door, options.number("pairs"));
        chats.forEach(chat -> chat.keepSending(options.number("body")));
        Bench.pause(options.seconds("warmup"));
        clients.meter().mark("measured from here");
        var window = clients.meter().open();
        var before = clients.meter().completions();
        Bench.pause(options.seconds("seconds").dividedBy(2));
        var completed = clients.meter().completions() - before;
        clients.meter().close(window);
        chats.forEach(Chat::stopSending);
        Bench.pause(options.seconds("warmup").dividedBy(10));
        return new Most(completed * 1e9 / window.length().toNanos(), window.delivered());
    }

    private static Latency paced(Bench bench, Clients clients, double rate) throws InterruptedException {
        var options = bench.options();
        clients.meter().mark("80 %");
        try (var sending = Pacer.start(clients.chats(), rate, options.number("body"))) {
            Bench.pause(options.seconds("warmup").dividedBy(4));
            var window = clients.meter().open();
            Bench.pause(options.seconds("seconds").dividedBy(2));
            clients.meter().close(window);
            Bench.pause(options.seconds("warmup").dividedBy(10));
            return window.delivered();
        }
    }

    private static String pairs(Bench bench) {
        return bench.options().text("pairs") + " pairs, one outstanding each";
    }
}
