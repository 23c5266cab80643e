package io.baton.rota;

import io.baton.kernel.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears from PostgreSQL, on every node, which tenants' shift types were changed, and drops what is remembered of them.
 * Whenever the line was cut all is dropped, since nobody knows what was missed.
 */
@Component
class ShiftTypeNews implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ShiftTypeNews.class);
    private static final int LISTENS = (int) Duration.ofMillis(500).toMillis();
    private static final int LISTENS_BETWEEN_CHECKS = 20;
    private static final int ANSWERS_WITHIN_SECONDS = 5;

    private final DataSource source;
    private final ShiftTypeCache cache;
    private volatile @Nullable Thread listener;

    ShiftTypeNews(DataSource source, ShiftTypeCache cache) {
        this.source = source;
        this.cache = cache;
    }

    @Override
    public void start() {
        var thread = Thread.ofPlatform().daemon().name("shift-type-news").unstarted(this::listen);
        listener = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = listener;
        listener = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private boolean isWanted() {
        return Thread.currentThread().equals(listener);
    }

    private void listen() {
        while (isWanted()) {
            try (var connection = source.getConnection()) {
                hear(connection);
            } catch (SQLException cut) {
                cache.dropAll();
                pause(cut);
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen baton_shift_types");
            cache.dropAll();
            while (isWanted() && connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                hear(connection.unwrap(PGConnection.class));
            }
            statement.execute("unlisten *");
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        for (int i = 0; i < LISTENS_BETWEEN_CHECKS && isWanted(); i++) {
            for (var change : connection.getNotifications(LISTENS)) {
                cache.drop(new Tenant(change.getParameter()));
            }
        }
    }

    private void pause(SQLException cut) {
        if (!isWanted()) {
            return;
        }
        log.warn("shift types are read anew until the database can be heard again: {}", cut.toString());
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
