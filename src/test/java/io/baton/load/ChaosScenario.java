package io.baton.load;

import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Thousands of handoffs with agents who accept, reject, ignore, vanish, sign out and go on leave, customers who change their
 * minds and managers who step in, while nodes, Redis and Keycloak are killed and come back. The invariant monitor looks all
 * the time, and every request that was acknowledged must have come to an end.
 */
final class ChaosScenario implements Scenario {

    private static final int NODES = 2;
    private static final int SEATS = 4;
    private static final Duration CUSTOMERS_END_AFTER = Duration.ofSeconds(6);
    private static final double TIMER_BAR = 2;

    /** Minutes become seconds. */
    private static final Map<String, String> TENANT = Map.of(
            "handoff.offer-timeout", "PT2S",
            "handoff.transfer-timeout", "PT3S",
            "handoff.escalate-first-after", "PT4S",
            "handoff.escalate-again-after", "PT8S",
            "handoff.step-in-remind-after", "PT5S",
            "handoff.give-up-after", "PT45S",
            "handoff.pause-for", "PT4S",
            "handoff.customer-lost-for", "PT4S",
            "handoff.not-again-within", "PT15S",
            "handoff.ageing", "PT10S");

    @Override
    public String name() {
        return "chaos";
    }

    @Override
    public boolean needsOwnNodes() {
        return true;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var keycloak = bench.keycloak();
        try (var baton = bench.baton(NODES, settings(keycloak));
                var proxy = new TcpProxy(baton.door().sockets());
                var monitor = new InvariantMonitor(
                        () -> bench.services().superuser(),
                        Duration.ofMillis(bench.options().number("patience")))) {
            var url = URI.create("http://127.0.0.1:" + proxy.address().getPort());
            var centre = CallCentre.at(url, keycloak, bench.options().text("tenant"));
            var began = System.nanoTime();
            play(bench, baton, centre, monitor);
            report(bench, centre, monitor, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    static Map<String, String> settings(String keycloak) {
        var settings = new HashMap<String, String>();
        settings.put("baton.keycloak.url", keycloak);
        TENANT.forEach((name, value) -> settings.put("baton.tenants.acme.settings[" + name + "]", value));
        return settings;
    }

    private static void play(Bench bench, Baton baton, CallCentre centre, InvariantMonitor monitor) throws Exception {
        var seed = bench.options().number("seed");
        bench.say("the seed is %d", seed);
        var members = Staff.members(bench.options().number("agents"), true);
        try (var superuser = bench.services().superuser()) {
            new Staff(centre.tenant(), SEATS).hire(superuser, members);
        }
        var leave = new Leave(centre, () -> bench.services().superuser());
        var manner = new Desk.Manner(
                Deed.Temper.MOODY, Duration.ofMillis(600), Duration.ofMillis(700), 10, offer -> {}, leave::begin);
        var opened = new ArrayList<AutoCloseable>();
        try {
            for (var member : members) {
                var desk = new Desk(member, centre, manner, seed);
                opened.add(desk);
                desk.open();
            }
            Staff.DEPARTMENTS.forEach(department -> opened.add(new StepInManager(department, members, centre, seed)));
            monitor.start();
            try (var states = new HandoffStates(() -> bench.services().superuser()).start();
                    var faults = ChaosFaults.begin(new Fault.Servers(bench, baton), monitor)) {
                call(bench, centre, states, seed);
                faults.happened().forEach(fault -> centre.book().count("fault: " + fault));
            }
            monitor.drained();
        } finally {
            for (var one : opened) {
                one.close();
            }
        }
    }

    /** As many customers at once as were asked for, until all handoffs have come to their end. */
    private static void call(Bench bench, CallCentre centre, HandoffStates states, long seed)
            throws InterruptedException {
        var next = new AtomicInteger();
        var all = bench.options().number("handoffs");
        var ended = new AtomicInteger();
        Callable<Void> customer = () -> {
            for (var number = next.getAndIncrement(); number < all; number = next.getAndIncrement()) {
                try {
                    new Caller(centre, states, number, seed, CUSTOMERS_END_AFTER).call();
                } catch (IllegalStateException refused) {
                    centre.book().violated("CALLER_FAILED", String.valueOf(refused.getMessage()));
                }
                var done = ended.incrementAndGet();
                if (done % Math.max(1, all / 10) == 0) {
                    bench.say("%d of %d handoffs have ended", done, all);
                }
            }
            return null;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, bench.options().number("customers"))
                    .mapToObj(number -> customer)
                    .toList());
        }
    }

    private static void report(Bench bench, CallCentre centre, InvariantMonitor monitor, Duration length)
            throws Exception {
        var report = bench.report();
        try (var superuser = bench.services().superuser()) {
            var ended = centre.book().settle(superuser);
            var violations = centre.book().with(monitor.violations());
            violations.stream().limit(40).forEach(violation -> System.out.println("  ! " + violation));
            monitor.sessions().forEach(session -> System.out.println("  ? " + session));
            monitor.failure().ifPresent(failure -> bench.say("a look that did not succeed: %s", failure));
            bench.say("%s", centre.book().counts());
            bench.say("%s", centre.rest().troubles());
            var row = new Row(
                    String.format(
                            Locale.ROOT,
                            "chaos, %d handoffs in %d s",
                            centre.book().acknowledged(),
                            length.toSeconds()),
                    "0 lost, 0 violations",
                    "%s; %d violations in %d looks; longest wait beside a free agent %.1f s"
                            .formatted(
                                    ended,
                                    violations.size(),
                                    monitor.looks(),
                                    monitor.longest().toMillis() / 1e3),
                    "",
                    Verdict.of(violations.isEmpty() && monitor.looks() > 0));
            if (row.verdict() == Verdict.YES) {
                report.row(row);
            } else {
                report.fail(row);
            }
            var late = TimerLateness.of(superuser, "PT2S");
            report.row(new Row(
                    "chaos: offers that nobody answered, taken back late",
                    String.format(Locale.ROOT, "≤ %.0f s", TIMER_BAR),
                    late.toString(),
                    "",
                    late.count() == 0 ? Verdict.NONE : Verdict.of(late.max() <= TIMER_BAR)));
            report.fact("chaos.seed", bench.options().number("seed"));
            report.fact("chaos.ended", ended);
            report.fact("chaos.deeds", centre.book().counts());
            report.fact("chaos.troubles", centre.rest().troubles());
            report.fact(
                    "chaos.violations",
                    violations.stream().map(Violation::toString).toList());
            report.fact("chaos.timers", late);
        }
    }
}
