package io.baton.load;

import io.baton.development.OwnServices;
import io.baton.development.ProcessUsage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a scenario works with: the options, the servers, and the report. */
final class Bench implements AutoCloseable {

    private final Options options;
    private final Report report;
    private final PrintStream out;
    private @Nullable OwnServices services;

    Bench(Options options, Report report, PrintStream out) {
        this.options = options;
        this.report = report;
        this.out = out;
    }

    Options options() {
        return options;
    }

    Report report() {
        return report;
    }

    void say(String text, Object... values) {
        out.printf("  " + text + "%n", values);
    }

    /** PostgreSQL and Redis of this run; started when they are first needed. */
    OwnServices services() {
        if (services == null) {
            var started = OwnServices.start(folder().resolve("data"), false, out);
            services = started;
            report.machine(Machine.withDatabase(started));
        }
        return services;
    }

    /** The address of the Keycloak that was named, or of one of this run. */
    String keycloak() {
        var named = options.text("keycloak");
        if (!named.isEmpty()) {
            return named;
        }
        var running = services();
        running.startKeycloak();
        return running.keycloak().address();
    }

    /** The foreign Baton, or so many nodes of our own on a new database. */
    Baton baton(int nodes) {
        return baton(nodes, Map.of());
    }

    /** With more settings of Baton than the command line names. */
    Baton baton(int nodes, Map<String, String> settings) {
        var foreign = options.foreign();
        if (foreign.isPresent()) {
            return Baton.foreign(foreign.get());
        }
        var all = new java.util.LinkedHashMap<>(options.settings());
        all.putAll(settings);
        say("starting %d Baton", nodes);
        return Baton.own(services().nodes(logs(), options.java(), all), nodes);
    }

    /** A relay to compare with; none for a foreign Baton, whose machine we do not have. */
    Optional<Relay> relay(Relay.Mode mode) {
        if (options.foreign().isPresent()) {
            return Optional.empty();
        }
        say("starting the %s relay", mode.name().toLowerCase(java.util.Locale.ROOT));
        return Optional.of(Relay.start(services(), mode, options.java(), logs()));
    }

    /** Opens both devices of so many new customers and waits until all are READY. */
    List<Chat> open(Clients clients, Door door, int chats) throws InterruptedException {
        var began = System.nanoTime();
        var added = clients.add(new Visitors(door.rest(), options.text("tenant")).admit(chats));
        say("%d customers after %.1f s", chats, seconds(began));
        new Opening(clients).open(added);
        say("%d sockets READY after %.1f s", clients.readyCount(), seconds(began));
        return added;
    }

    /** How many processor seconds a process used from one moment to another. */
    static double processor(ProcessUsage before, ProcessUsage after) {
        return after.processor().minus(before.processor()).toMillis() / 1e3;
    }

    static void pause(Duration length) throws InterruptedException {
        Thread.sleep(length.toMillis());
    }

    private Path logs() {
        return folder().resolve("logs").toAbsolutePath();
    }

    private Path folder() {
        return Path.of(options.text("out")).toAbsolutePath();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    @Override
    public void close() {
        if (services != null) {
            services.close();
        }
    }
}
