package io.baton.chat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The hub's own connections to PostgreSQL, under a role that sees the conversations of all tenants and little else. Every
 * call is one round trip and a transaction of its own; the caller names the tenant that was authenticated.
 */
@Component
class HubDatabase {

    private static final int READERS = 8;
    private static final long PATIENCE_MILLIS = 10_000;

    private final HikariDataSource writing;
    private final HikariDataSource reading;

    HubDatabase(
            @Value("${spring.datasource.url}") String url,
            @Value("${baton.hub.username}") String username,
            @Value("${baton.hub.password}") String password) {
        writing = source("hub-writers", MessageWriter.WRITERS, url, username, password);
        reading = source("hub-readers", READERS, url, username, password);
    }

    /** For the writers of messages alone, who never wait for a reader. */
    JdbcTemplate writes() {
        return new JdbcTemplate(writing);
    }

    JdbcTemplate reads() {
        return new JdbcTemplate(reading);
    }

    private static HikariDataSource source(String name, int most, String url, String username, String password) {
        var settings = new HikariConfig();
        settings.setPoolName(name);
        settings.setJdbcUrl(url);
        settings.setUsername(username);
        settings.setPassword(password);
        settings.setMaximumPoolSize(most);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(PATIENCE_MILLIS);
        settings.setInitializationFailTimeout(-1);
        settings.addDataSourceProperty("ApplicationName", "baton " + name);
        settings.addDataSourceProperty("socketTimeout", "20");
        settings.addDataSourceProperty("connectTimeout", "2");
        settings.addDataSourceProperty("prepareThreshold", "1");
        return new HikariDataSource(settings);
    }

    @PreDestroy
    void close() {
        writing.close();
        reading.close();
    }
}
