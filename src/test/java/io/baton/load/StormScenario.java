package io.baton.load;

import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All sockets are reset at once and come back at once with SYNC, while a few chats go on. */
final class StormScenario implements Scenario {

    private static final double READY_SECONDS = 20;
    private static final double P99 = 200;
    private static final int RUNNING = 50;
    private static final int RATE = 100;

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
                var clients = new Clients(baton.door(), Habits.SHIPPED)) {
            var running = bench.open(clients, baton.door(), RUNNING);
            var idle = bench.open(clients, baton.door(), options.number("sockets") / 2);
            try (var sending = Pacer.start(running, RATE, options.number("body"))) {
                Bench.pause(options.seconds("warmup"));
                storm(bench, clients, idle);
                Bench.pause(Duration.ofSeconds(2));
            }
            new Audit(clients).run();
            Promises.report(bench.report(), "promises in the storm", clients);
            bench.report().fact("storm.troubles", clients.troubles());
            bench.report().course("Reconnect storm", clients.meter());
        }
    }

    private static void storm(Bench bench, Clients clients, List<Chat> idle) throws InterruptedException {
        var all = clients.readyCount();
        var gone = clients.reconnections();
        clients.meter().mark("all dropped");
        var window = clients.meter().open();
        var began = System.nanoTime();
        idle.forEach(chat -> chat.loop().execute(() -> chat.devices().forEach(Device::drop)));
        while (clients.reconnections() < gone + idle.size() * 2L) {
            Thread.sleep(1);
        }
        new Opening(clients).await(all);
        var seconds = (System.nanoTime() - began) / 1e9;
        clients.meter().mark("all READY");
        clients.meter().close(window);
        Bench.pause(Duration.ofSeconds(2));
        var meanwhile = window.delivered();
        bench.say("all READY after %.1f s, chats meanwhile: %s", seconds, meanwhile);
        bench.report().fact("storm", Map.of("seconds", seconds, "meanwhile", meanwhile));
        bench.report()
                .row(new Row(
                        idle.size() * 2 + " sockets dropped at once: all READY again",
                        String.format(Locale.ROOT, "≤ %.0f s", READY_SECONDS),
                        String.format(Locale.ROOT, "%.1f s", seconds),
                        "",
                        Verdict.of(seconds <= READY_SECONDS)));
        bench.report()
                .row(new Row(
                        RUNNING + " running chats meanwhile, " + RATE + " messages/s: p99",
                        String.format(Locale.ROOT, "≤ %.0f ms", P99),
                        meanwhile.toString(),
                        "",
                        Verdict.of(meanwhile.p99() <= P99)));
    }
}
