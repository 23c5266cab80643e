package io.baton.load;

import io.baton.development.ChildJvm;
import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * How much resident memory an idle, authenticated socket costs: what the process holds after a full collection with all
 * sockets open, less what it held before, divided by the sockets. Visitors are let in before, and a few sockets were open
 * and used before, so that neither requests nor classes are counted.
 */
final class IdleScenario implements Scenario {

    private static final double BAR = 35;
    private static final int REHEARSAL = 100;
    private static final Duration SETTLE = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public boolean needsOwnNodes() {
        return true;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var sockets = bench.options().number("sockets");
        try (var baton = bench.baton(1);
                var clients = new Clients(baton.door(), Habits.SHIPPED)) {
            var process = baton.nodes().getFirst().process();
            var guests = new Visitors(baton.door().rest(), bench.options().text("tenant")).admit(sockets / 2);
            rehearse(bench, baton.door());
            var before = resident(process);
            new Opening(clients).open(clients.add(guests));
            var after = resident(process);
            var each = (after - before) / 1024.0 / sockets;
            bench.say("%d KiB before, %d KiB after", before / 1024, after / 1024);
            bench.report().fact("idle", Map.of("before", before, "after", after, "sockets", sockets, "kib", each));
            bench.report()
                    .row(new Row(
                            "resident memory of one idle socket, " + sockets + " open, after full collections",
                            String.format(Locale.ROOT, "≤ %.0f KiB", BAR),
                            String.format(Locale.ROOT, "%.1f KiB", each),
                            "",
                            Verdict.of(each <= BAR)));
        }
    }

    private static void rehearse(Bench bench, Door door) throws InterruptedException {
        try (var clients = new Clients(door, Habits.SHIPPED)) {
            var chats = bench.open(clients, door, REHEARSAL);
            try (var sending = Pacer.start(chats, REHEARSAL, bench.options().number("body"))) {
                Bench.pause(SETTLE);
            }
        }
        Bench.pause(SETTLE);
    }

    private static long resident(ChildJvm process) throws InterruptedException {
        process.collectGarbage();
        Bench.pause(SETTLE);
        process.collectGarbage();
        return process.usage().residentBytes();
    }
}
