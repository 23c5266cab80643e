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

    private static final int CONNECTIONS = 6;
    private static final long PATIENCE_MILLIS = 2_000;

    private final HikariDataSource source;
    private final JdbcTemplate jdbc;

    HubDatabase(
            @Value("${spring.datasource.url}") String url,
            @Value("${baton.hub.username}") String username,
            @Value("${baton.hub.password}") String password) {
        var settings = new HikariConfig();
        settings.setPoolName("hub");
        settings.setJdbcUrl(url);
        settings.setUsername(username);
        settings.setPassword(password);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(PATIENCE_MILLIS);
        settings.setInitializationFailTimeout(-1);
        settings.addDataSourceProperty("ApplicationName", "baton hub");
        settings.addDataSourceProperty("socketTimeout", "20");
        settings.addDataSourceProperty("connectTimeout", "2");
        settings.addDataSourceProperty("prepareThreshold", "1");
        source = new HikariDataSource(settings);
        jdbc = new JdbcTemplate(source);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    @PreDestroy
    void close() {
        source.close();
    }
}
