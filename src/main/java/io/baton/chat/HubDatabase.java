package io.baton.chat;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The hub's own connections to PostgreSQL, under a role that sees the conversations of all tenants and little else. Every
 * call is one round trip and a transaction of its own; the caller names the tenant that was authenticated.
 */
@Component
class HubDatabase {

    /** The writers and who reads heads: one thread each. */
    private static final int WORKERS = MessageWriter.WRITERS + 1;

    private static final int REQUESTS = 8;
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final HikariDataSource workers;
    private final HikariDataSource requests;

    HubDatabase(
            @Value("${spring.datasource.url}") String url,
            @Value("${baton.hub.username}") String username,
            @Value("${baton.hub.password}") String password) {
        workers = source("hub-workers", url, username, password);
        workers.setMaximumPoolSize(WORKERS);
        workers.setConnectionTimeout(SHORT.toMillis());
        requests = source("hub-requests", url, username, password);
        requests.setMaximumPoolSize(REQUESTS);
        requests.setConnectionTimeout(LONG.toMillis());
    }

    /** For the hub's own threads, which never wait for requests and tell soon that the database is away. */
    JdbcTemplate workers() {
        return new JdbcTemplate(workers);
    }

    /** For the threads of requests, however many there are at once. */
    JdbcTemplate requests() {
        return new JdbcTemplate(requests);
    }

    private static HikariDataSource source(String name, String url, String username, String password) {
        var source = new HikariDataSource();
        source.setPoolName(name);
        source.setJdbcUrl(url);
        source.setUsername(username);
        source.setPassword(password);
        source.setMinimumIdle(1);
        source.setInitializationFailTimeout(-1);
        source.addDataSourceProperty("ApplicationName", "baton " + name);
        source.addDataSourceProperty("socketTimeout", "20");
        source.addDataSourceProperty("connectTimeout", "2");
        source.addDataSourceProperty("prepareThreshold", "1");
        return source;
    }

    @PreDestroy
    void close() {
        workers.close();
        requests.close();
    }
}
