package io.baton.load;

import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What a message, a page of history and a list of conversations cost with ten thousand and with many stored messages. The
 * stored ones are made in PostgreSQL, and it has vacuumed and written its pages before each measurement.
 */
final class GrowthScenario implements Scenario {

    private static final int SMALL = 10_000;
    private static final double BAR = 1.5;
    private static final int PAIRS = 20;
    private static final int READERS = 20;
    private static final int REQUESTS = 400;
    private static final int HISTORY = 500;

    /** What was measured at one size: milliseconds by what took them. */
    private record Costs(Map<String, Double> millis) {}

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public boolean needsOwnNodes() {
        return true;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var rows = bench.options().number("rows");
        try (var baton = bench.baton(1)) {
            var visitors = new Visitors(baton.door().rest(), bench.options().text("tenant"));
            var readers = visitors.admit(READERS);
            var archive = new Archive(bench.services(), bench.options().number("body"));
            archive.fill(readers, HISTORY);
            costs(bench, baton, visitors, readers); // a warm-up
            archive.settle();
            var small = costs(bench, baton, visitors, readers);
            bench.say("%s with %,d messages", small.millis(), archive.size());
            var began = System.nanoTime();
            archive.grow(rows);
            archive.settle();
            bench.say("%,d messages after %d s", archive.size(), (System.nanoTime() - began) / 1_000_000_000);
            var large = costs(bench, baton, visitors, readers);
            bench.say("%s with %,d messages", large.millis(), archive.size());
            bench.report().fact("growth", Map.of("small", small.millis(), "large", large.millis(), "rows", rows));
            small.millis()
                    .forEach((what, before) -> bench.report()
                            .row(row(what, rows, before, large.millis().getOrDefault(what, Double.NaN))));
        }
    }

    private static Row row(String what, int rows, double before, double after) {
        return new Row(
                String.format(Locale.ROOT, "%s: from %,d to %,d stored messages", what, SMALL, rows),
                String.format(Locale.ROOT, "≤ %.1f ×", BAR),
                String.format(Locale.ROOT, "%.2f × (%.2f ms)", after / before, after),
                String.format(Locale.ROOT, "%.2f ms", before),
                Verdict.of(after / before <= BAR));
    }

    private static Costs costs(Bench bench, Baton baton, Visitors visitors, List<Visitors.Guest> readers)
            throws Exception {
        var millis = new LinkedHashMap<String, Double>();
        millis.put("a message, " + PAIRS + " under way", message(bench, baton));
        var random = new Random(3);
        millis.put(
                "a page of history",
                request(
                        visitors,
                        readers,
                        guest -> "/api/v1/conversations/" + guest.conversation() + "/messages?limit=50&before="
                                + (60 + random.nextInt(HISTORY - 60))));
        millis.put("a customer's list of conversations", request(visitors, readers, guest -> "/api/v1/conversations"));
        return new Costs(millis);
    }

    /** The mean, because a fixed number is under way. */
    private static double message(Bench bench, Baton baton) throws Exception {
        try (var clients = new Clients(baton.door(), Habits.SHIPPED)) {
            var chats = bench.open(clients, baton.door(), PAIRS);
            chats.forEach(chat -> chat.keepSending(bench.options().number("body")));
            Bench.pause(bench.options().seconds("warmup").dividedBy(2));
            var before = clients.meter().completions();
            var length = Duration.ofSeconds(Math.max(4, bench.options().number("seconds") / 3));
            Bench.pause(length);
            var completed = clients.meter().completions() - before;
            chats.forEach(Chat::stopSending);
            return PAIRS * (double) length.toMillis() / completed;
        }
    }

    /** The median of one request after the other. */
    private static double request(
            Visitors visitors, List<Visitors.Guest> readers, java.util.function.Function<Visitors.Guest, String> path)
            throws Exception {
        var micros = new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
        for (var number = 0; number < REQUESTS; number++) {
            var guest = readers.get(number % readers.size());
            var began = System.nanoTime();
            visitors.get(path.apply(guest), guest.token());
            if (number >= REQUESTS / 4) {
                micros.recordValue((System.nanoTime() - began) / 1_000);
            }
        }
        return micros.getValueAtPercentile(50) / 1e3;
    }
}
