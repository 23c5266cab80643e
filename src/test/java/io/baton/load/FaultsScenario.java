package io.baton.load;

import io.baton.load.Fault.Scene;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Breaks one thing after the other below running chats on two nodes, and settles the books after each. */
final class FaultsScenario implements Scenario {

    /** Small, so that a slow reader is noticed within seconds. */
    private static final Map<String, String> SETTINGS = Map.of("baton.limits.outgoing", "128KB");

    private static final int NODES = 2;

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public boolean needsOwnNodes() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var own = bench.options().foreign().isEmpty();
        try (var baton = bench.baton(NODES, SETTINGS)) {
            for (var fault : faults()) {
                if ((own || !fault.server())
                        && fault.name().contains(bench.options().text("fault"))) {
                    run(bench, baton, fault);
                }
            }
        }
    }

    private static List<Fault> faults() {
        return Stream.concat(ServerFaults.all().stream(), ConnectionFaults.all().stream())
                .toList();
    }

    private static void run(Bench bench, Baton baton, Fault fault) throws Exception {
        var options = bench.options();
        bench.say("%s", fault.name());
        try (var proxy = new TcpProxy(targets(baton));
                var clients = new Clients(baton.door().through(List.of(proxy.address())), Habits.ALERT)) {
            var chats = bench.open(clients, baton.door(), Math.max(10, options.number("pairs") / 4));
            var window = clients.meter().open();
            try (var sending = Pacer.start(chats, options.number("rate") / 5.0, options.number("body"))) {
                Bench.pause(options.seconds("warmup").dividedBy(5));
                clients.meter().mark(fault.name());
                fault.action().run(new Scene(bench, baton, clients, proxy));
                clients.meter().mark("repaired");
                Bench.pause(options.seconds("seconds").dividedBy(6));
            }
            new Audit(clients).run();
            report(bench, fault, clients, window);
        }
    }

    private static void report(Bench bench, Fault fault, Clients clients, Meter.Window window) {
        var longest = String.format(Locale.ROOT, "%.1f s", window.delivered().max() / 1e3);
        bench.say("%s; longest wait of a message %s; %s", clients.ledger(), longest, clients.troubles());
        Promises.report(bench.report(), fault.name() + ", longest wait of a message " + longest, clients);
        bench.report().fact("faults." + fault.name() + ".troubles", clients.troubles());
        bench.report().fact("faults." + fault.name() + ".delivered", window.delivered());
        bench.report().course(fault.name(), clients.meter());
    }

    private static List<InetSocketAddress> targets(Baton baton) {
        return baton.door().sockets();
    }
}
