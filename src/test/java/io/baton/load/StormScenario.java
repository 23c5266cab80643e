package io.baton.load;

import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All sockets are reset at once and come back at once with SYNC, while a few chats go on; then again, because the first time
 * the server runs code that it has never run before, and the compiler takes its share of the processors. Those who chat
 * have event loops of their own, as they have machines of their own: what is measured does not wait behind the kit's own
 * crowd.
 */
final class StormScenario implements Scenario {

    private static final double READY_SECONDS = 20;
    private static final double P99 = 200;
    private static final int RUNNING = 50;
    private static final int RATE = 100;
    private static final Duration CALM = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public boolean needsOwnNodes() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var options = bench.options();
        try (var baton = bench.baton(1);
                var running = new Clients(baton.door(), Habits.SHIPPED);
                var crowd = new Clients(baton.door(), Habits.SHIPPED)) {
            var chats = bench.open(running, baton.door(), RUNNING);
            bench.open(crowd, baton.door(), options.number("sockets") / 2);
            try (var sending = Pacer.start(chats, RATE, options.number("body"))) {
                Bench.pause(options.seconds("warmup"));
                for (var storm : List.of("first", "second", "third")) {
                    storm(bench, storm, crowd, running.meter());
                    Bench.pause(CALM);
                }
            }
            new Audit(running).run();
            Promises.report(bench.report(), "promises in the storm", running);
            bench.report().fact("storm.troubles", crowd.troubles());
            bench.report().course("Reconnect storm", running.meter());
        }
    }

    private static void storm(Bench bench, String storm, Clients crowd, Meter meter) throws InterruptedException {
        var all = crowd.readyCount();
        var gone = crowd.reconnections();
        meter.mark(storm + ": all dropped");
        var window = meter.open();
        var began = System.nanoTime();
        crowd.chats().forEach(chat -> chat.loop().execute(() -> chat.devices().forEach(Device::drop)));
        while (crowd.reconnections() < gone + all) {
            Thread.sleep(1);
        }
        new Opening(crowd).await(all);
        var seconds = (System.nanoTime() - began) / 1e9;
        meter.mark(storm + ": all READY");
        meter.close(window);
        Bench.pause(Duration.ofSeconds(2));
        var meanwhile = window.delivered();
        bench.say("%s storm: all READY after %.1f s, chats meanwhile: %s", storm, seconds, meanwhile);
        bench.report().fact(storm + " storm", Map.of("seconds", seconds, "meanwhile", meanwhile));
        bench.report()
                .row(new Row(
                        storm + " storm, " + all + " sockets dropped at once: all READY again",
                        String.format(Locale.ROOT, "≤ %.0f s", READY_SECONDS),
                        String.format(Locale.ROOT, "%.1f s", seconds),
                        "",
                        Verdict.of(seconds <= READY_SECONDS)));
        bench.report()
                .row(new Row(
                        "… " + RUNNING + " running chats meanwhile, " + RATE + " messages/s: p99",
                        String.format(Locale.ROOT, "≤ %.0f ms", P99),
                        meanwhile.toString(),
                        "",
                        Verdict.of(meanwhile.p99() <= P99)));
    }
}
