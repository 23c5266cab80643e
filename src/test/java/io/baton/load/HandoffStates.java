package io.baton.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Where every handoff of the last minutes stands, read from the database now and then for all who want to know. */
final class HandoffStates implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final String QUESTION = """
            select id::text, state from handoff where ended_at is null or ended_at > now() - interval '3 minutes'
            """;

    private final InvariantMonitor.Source source;
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("states").unstarted(this::run);
    private volatile boolean stopped;

    HandoffStates(InvariantMonitor.Source source) {
        this.source = source;
    }

    HandoffStates start() {
        thread.start();
        return this;
    }

    /** Empty for one that was not seen yet. */
    String of(String handoff) {
        return states.getOrDefault(handoff, "");
    }

    private void run() {
        while (!stopped) {
            try (var connection = source.open();
                    var statement = connection.createStatement()) {
                while (!stopped) {
                    try (var rows = statement.executeQuery(QUESTION)) {
                        while (rows.next()) {
                            states.put(rows.getString(1), rows.getString(2));
                        }
                    }
                    LockSupport.parkNanos(BETWEEN.toNanos());
                }
            } catch (SQLException away) {
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        LockSupport.unpark(thread);
        thread.join();
    }
}
