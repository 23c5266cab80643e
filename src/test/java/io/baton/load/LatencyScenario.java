package io.baton.load;

import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.util.Locale;

/** How long a message takes from the sender's socket to the receiver's, with thousands of open sockets at a fixed rate. */
final class LatencyScenario implements Scenario {

    private static final double P50 = 1.5;
    private static final double P99 = 10;
    private static final double MAX = 150;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public boolean needsOwnNodes() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        try (var baton = bench.baton(1);
                var clients = new Clients(baton.door(), Habits.SHIPPED)) {
            var window = measure(bench, clients, baton.door());
            new Audit(clients).run();
            report(bench, clients, window);
        }
        var relay = bench.relay(Relay.Mode.BARE);
        if (relay.isPresent()) {
            try (var bare = relay.get();
                    var clients = new Clients(bare.door(), Habits.SHIPPED)) {
                var window = measure(bench, clients, bare.door());
                bench.report().fact("latency.bare", window.delivered());
                bench.report()
                        .row(new Row(
                                "the same on the bare relay",
                                "",
                                window.delivered().toString(),
                                "",
                                Verdict.NONE));
            }
        }
    }

    private static Meter.Window measure(Bench bench, Clients clients, Door door) throws InterruptedException {
        var options = bench.options();
        var chats = bench.open(clients, door, options.number("sockets") / 2);
        try (var sending = Pacer.start(chats, options.number("rate"), options.number("body"))) {
            Bench.pause(options.seconds("warmup"));
            var window = clients.meter().open();
            clients.meter().mark("measured from here");
            Bench.pause(options.seconds("seconds"));
            clients.meter().close(window);
            Bench.pause(options.seconds("warmup").dividedBy(10));
            return window;
        }
    }

    private static void report(Bench bench, Clients clients, Meter.Window window) {
        var options = bench.options();
        var delivered = window.delivered();
        var what = "%s sockets, %s messages/s: ".formatted(options.text("sockets"), options.text("rate"));
        var report = bench.report();
        report.row(row(what + "socket to socket p50", P50, delivered.p50()));
        report.row(row(what + "p99", P99, delivered.p99()));
        report.row(row(what + "longest", MAX, delivered.max()));
        report.row(new Row(what + "ACK", "", window.acknowledged().toString(), "", Verdict.NONE));
        Promises.report(report, "promises in it", clients);
        report.fact("latency.delivered", delivered);
        report.fact("latency.acknowledged", window.acknowledged());
        report.fact("latency.troubles", clients.troubles());
        report.course("Latency", clients.meter());
        bench.say("%s", delivered);
    }

    private static Row row(String what, double bar, double measured) {
        return new Row(
                what,
                String.format(Locale.ROOT, "≤ %.1f ms", bar),
                String.format(Locale.ROOT, "%.2f ms", measured),
                "",
                Verdict.of(measured <= bar));
    }
}
