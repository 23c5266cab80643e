package io.baton.load;

import io.baton.load.Fault.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Breaks one server after the other below a run, and begins anew, until the run is over; or only once, and then a node that
 * was killed is not seen again.
 */
final class ChaosFaults implements AutoCloseable {

    private static final Duration DOWN = Duration.ofSeconds(3);
    /** What was in the hands of a node that died is found by the sweep of another one, within so long. */
    private static final Duration FOUND = Duration.ofSeconds(10);

    private final Servers servers;
    private final InvariantMonitor monitor;
    private final Duration patience;
    private final List<Breakage> breakages;
    private final boolean once;
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("faults").unstarted(this::run);
    private volatile @Nullable Exception failure;
    private volatile boolean over;

    /** Breaks something and repairs it. */
    private record Breakage(String name, Action action) {

        interface Action {
            void run(Servers servers) throws Exception;
        }
    }

    private ChaosFaults(Servers servers, InvariantMonitor monitor) {
        this.servers = servers;
        this.monitor = monitor;
        var options = servers.bench().options();
        this.patience = Duration.ofMillis(options.number("patience"));
        this.once = Boolean.parseBoolean(options.text("once"));
        this.breakages = (once ? few() : all(options.text("keycloak").isEmpty()))
                .stream()
                        .filter(breakage -> breakage.name().contains(options.text("fault")))
                        .toList();
    }

    static ChaosFaults begin(Servers servers, InvariantMonitor monitor) {
        var begun = new ChaosFaults(servers, monitor);
        begun.thread.start();
        return begun;
    }

    private static List<Breakage> few() {
        return List.of(
                new Breakage("Redis is flushed", ServerFaults::flushRedis),
                new Breakage(
                        "kill -9 of the first node, for good",
                        servers -> servers.baton().nodes().getFirst().kill9()));
    }

    private static List<Breakage> all(boolean ownKeycloak) {
        var all = new ArrayList<>(List.of(
                new Breakage("Redis is flushed", ServerFaults::flushRedis),
                new Breakage("kill -9 of the first node", ServerFaults::killNode),
                new Breakage("kill -9 of Redis", ServerFaults::killRedis),
                new Breakage("kill -9 of the other node", ChaosFaults::killLast),
                new Breakage("a node is drained", ServerFaults::drainNode)));
        if (ownKeycloak) {
            all.add(3, new Breakage("kill -9 of Keycloak", ChaosFaults::killKeycloak));
        }
        return all;
    }

    private void run() {
        try {
            for (var turn = 0; !over && (turn < breakages.size() || !once); turn++) {
                pause(DOWN);
                if (!over) {
                    happen(breakages.get(turn % breakages.size()));
                }
            }
        } catch (Exception broken) {
            failure = broken;
        }
    }

    private void happen(Breakage breakage) throws Exception {
        servers.bench().say("%s", breakage.name());
        happened.add(breakage.name());
        monitor.allow(patience.compareTo(FOUND) > 0 ? patience : FOUND);
        breakage.action().run(servers);
        pause(FOUND);
        monitor.allow(patience);
    }

    /** What was broken so far. */
    List<String> happened() {
        return List.copyOf(happened);
    }

    private void pause(Duration length) throws InterruptedException {
        var end = System.nanoTime() + length.toNanos();
        while (!over && System.nanoTime() < end) {
            Bench.pause(Duration.ofMillis(100));
        }
    }

    private static void killLast(Servers servers) throws InterruptedException {
        var node = servers.baton().nodes().getLast();
        node.kill9();
        Bench.pause(DOWN);
        node.start();
    }

    private static void killKeycloak(Servers servers) throws InterruptedException {
        servers.bench().services().killKeycloak();
        Bench.pause(DOWN);
        servers.bench().services().startKeycloak();
    }

    /** What is broken is repaired first; fails when something did not come back. */
    @Override
    public void close() throws Exception {
        over = true;
        thread.join();
        if (failure != null) {
            throw failure;
        }
    }
}
