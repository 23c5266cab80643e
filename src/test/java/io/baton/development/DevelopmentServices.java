package io.baton.development;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** PostgreSQL, Redis and Keycloak together: started at the same time, stopped with the application. */
public final class DevelopmentServices implements AutoCloseable {

    private final DataFolder data;
    private final Settings settings;
    private final PostgresqlService postgresql;
    private final RedisService redis;
    private final KeycloakService keycloak;

    DevelopmentServices(DataFolder data, Settings settings) {
        this.data = data;
        this.settings = settings;
        postgresql = new PostgresqlService(settings.services(), data.path(), settings.postgresqlPort());
        redis = new RedisService(data.path(), settings.redisPort());
        keycloak = new KeycloakService(data.path(), settings.keycloakPort(), settings.keycloakUrl());
    }

    /** Starts those that are asked for and waits for all of them; when one fails, all are stopped again. */
    void start(Progress progress, Service... wanted) {
        settings.requireFreePorts();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var ticking = progress.watch(List.of(wanted))) {
            var starts = Stream.of(wanted)
                    .map(service -> CompletableFuture.runAsync(
                            () -> {
                                service.start();
                                ticking.ready(service);
                            },
                            threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(starts).join();
        } catch (CompletionException e) {
            stop();
            throw new IllegalStateException(message(e), e.getCause());
        }
    }

    /** Holds the data and the pid files. */
    Path folder() {
        return data.path();
    }

    public PostgresqlService postgresql() {
        return postgresql;
    }

    public RedisService redis() {
        return redis;
    }

    public KeycloakService keycloak() {
        return keycloak;
    }

    /** What Baton is told about the services: by the names that a real deployment uses. */
    Map<String, Object> properties(String url, String database, int redisDatabase) {
        return Map.ofEntries(
                Map.entry("BATON_URL", url),
                Map.entry("BATON_DB_URL", postgresql.address(database)),
                Map.entry("BATON_DB_APP_PASSWORD", DemoSecrets.DATABASE_APPLICATION),
                Map.entry("BATON_DB_HUB_PASSWORD", DemoSecrets.DATABASE_HUB),
                Map.entry("BATON_DB_OWNER_PASSWORD", DemoSecrets.DATABASE_OWNER),
                Map.entry("BATON_REDIS_URL", redis.address(redisDatabase)),
                Map.entry("BATON_KEYCLOAK_URL", keycloak.address()),
                Map.entry("BATON_KEYCLOAK_WEB_SECRET", DemoSecrets.WEB),
                Map.entry("BATON_KEYCLOAK_ADMIN_SECRET", DemoSecrets.ADMIN),
                Map.entry("BATON_WIDGET_SECRET", DemoSecrets.WIDGET));
    }

    private static String message(CompletionException failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return "A service did not start: " + cause.getMessage();
    }

    private void stop() {
        Stream.of(postgresql, redis, keycloak).parallel().forEach(Service::stop);
    }

    /** Stops, and forgets the data. */
    void discard() {
        stop();
        data.empty();
        data.close();
    }

    @Override
    public void close() {
        stop();
        data.close();
    }
}
