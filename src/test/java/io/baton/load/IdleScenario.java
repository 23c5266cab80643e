package io.baton.load;

import io.baton.development.ChildJvm;
import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * How much memory an idle, authenticated socket costs: what is alive on the heap after full collections plus what is resident
 * outside of the heap, with all sockets open, less the same before, divided by the sockets. The whole heap is resident from
 * the start, so that sockets cannot hide in pages that were touched before. Visitors are let in before, and a few sockets
 * were open and used before, so that neither requests nor classes are counted.
 */
final class IdleScenario implements Scenario {

    private static final double BAR = 35;
    private static final int REHEARSAL = 100;
    private static final Duration SETTLE = Duration.ofSeconds(3);

    /** In bytes: alive on the heap, and resident in all, with the whole heap. */
    private record Memory(long heap, long resident) {

        long all() {
            return heap + resident;
        }
    }

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
            var before = memory(process);
            new Opening(clients).open(clients.add(guests));
            var after = memory(process);
            var each = (after.all() - before.all()) / 1024.0 / sockets;
            bench.say("%s before, %s after", before, after);
            bench.report().fact("idle", Map.of("before", before, "after", after, "sockets", sockets, "kib", each));
            bench.report()
                    .row(new Row(
                            "memory of one idle socket, heap and beyond, " + sockets + " open",
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

    private static Memory memory(ChildJvm process) throws InterruptedException {
        process.collectGarbage();
        Bench.pause(SETTLE);
        process.collectGarbage();
        return new Memory(process.heapUsedBytes(), process.usage().residentBytes());
    }
}
