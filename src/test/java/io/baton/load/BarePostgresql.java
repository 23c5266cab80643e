package io.baton.load;

import io.baton.development.OwnServices;
import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** How fast PostgreSQL alone takes the same row in batches that it makes itself: the most that any chat could store. */
final class BarePostgresql {

    private static final int BATCH = 100;
    private static final Duration LENGTH = Duration.ofSeconds(8);

    private static final String INSERT = """
            insert into relay_message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id, body,
                content_type, masked, sent_at)
            select 'acme', ?, ? + n, gen_random_uuid(), 'CUSTOMER', ?, repeat('x', ?), 'text/plain', false, now()
            from generate_series(1, ?) n
            """;

    private final OwnServices services;

    BarePostgresql(OwnServices services) {
        this.services = services;
    }

    void report(Bench bench) throws Exception {
        create();
        for (var clients : new int[] {1, 8}) {
            var rows = measure(clients, bench.options().number("body"));
            var text = String.format(Locale.ROOT, "%,.0f rows/s", rows);
            bench.say("PostgreSQL alone, %d clients: %s", clients, text);
            bench.report().fact("postgresql." + clients, rows);
            bench.report()
                    .row(new Row(
                            "PostgreSQL alone, batches of 100, " + clients + " clients", "", text, "", Verdict.NONE));
        }
    }

    private void create() throws SQLException {
        try (var connection = DriverManager.getConnection(services.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute(RelayTable.CREATE);
        }
    }

    private double measure(int clients, int size) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var end = System.nanoTime() + LENGTH.toNanos();
            var rows = 0L;
            for (var inserted : threads.invokeAll(Stream.<Callable<Long>>generate(() -> () -> insert(end, size))
                    .limit(clients)
                    .toList())) {
                rows += inserted.get();
            }
            return rows * 1e9 / LENGTH.toNanos();
        }
    }

    private long insert(long end, int size) throws SQLException {
        var conversation = UUID.randomUUID();
        var rows = 0L;
        try (var connection = DriverManager.getConnection(services.superuserUrl());
                var insert = connection.prepareStatement(INSERT)) {
            while (System.nanoTime() < end) {
                insert.setObject(1, conversation);
                insert.setLong(2, rows);
                insert.setString(3, conversation.toString());
                insert.setInt(4, size);
                insert.setInt(5, BATCH);
                rows += insert.executeUpdate();
            }
        }
        return rows;
    }
}
