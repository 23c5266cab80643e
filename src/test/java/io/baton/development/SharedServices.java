package io.baton.development;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** The services of a test run: started once, on free ports, with data of their own, and stopped after the last context. */
public final class SharedServices {

    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static @Nullable DevelopmentServices services;
    private static boolean database;
    private static boolean rest;

    private SharedServices() {}

    /** PostgreSQL, Redis and Keycloak. */
    public static synchronized DevelopmentServices all() {
        var all = services();
        if (!rest) {
            var progress = new Progress(System.out);
            if (database) {
                all.start(progress, all.redis(), all.keycloak());
            } else {
                all.start(progress, all.postgresql(), all.redis(), all.keycloak());
            }
            database = true;
            rest = true;
        }
        return all;
    }

    /** PostgreSQL alone, for tests of SQL. */
    public static synchronized PostgresqlService postgresql() {
        var all = services();
        if (!database) {
            all.start(new Progress(System.out), all.postgresql());
            database = true;
        }
        return all.postgresql();
    }

    /** A number of its own for each application context, so that no two share a database. */
    static int nextWorld() {
        return WORLDS.incrementAndGet();
    }

    /** After the application contexts, which still need the services; those register the hook that calls us. */
    private static void stopAtTheEnd(DevelopmentServices started) {
        SpringApplication.getShutdownHandlers().add(started::discard);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (WORLDS.get() == 0) {
                started.discard();
            }
        }));
    }

    private static DevelopmentServices services() {
        if (services == null) {
            var settings = Settings.free();
            Path data = settings.services().resolveSibling("test-data");
            var started = new DevelopmentServices(DataFolder.fresh(data), settings);
            stopAtTheEnd(started);
            services = started;
        }
        return services;
    }
}
