package io.baton.development;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells the person who waits which service is up after how many seconds, and every few seconds which is not yet. */
final class Progress {

    private static final long EVERY_SECONDS = 10;

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    Watch watch(List<Service> services) {
        return new Watch(services);
    }

    final class Watch implements AutoCloseable {

        private final Instant began = Instant.now();
        private final Map<Service, Boolean> waiting = new LinkedHashMap<>();
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory());

        private Watch(List<Service> services) {
            services.forEach(service -> waiting.put(service, true));
            clock.scheduleAtFixedRate(this::tick, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }

        synchronized void ready(Service service) {
            waiting.remove(service);
            out.printf("  %-11s ready after %5.1f s   %s%n", service.name(), seconds(), service.address());
        }

        private synchronized void tick() {
            waiting.keySet()
                    .forEach(service -> out.printf(
                            "  %-11s … %3.0f s (the first start takes about a minute)%n", service.name(), seconds()));
        }

        private double seconds() {
            return Duration.between(began, Instant.now()).toMillis() / 1000.0;
        }

        @Override
        public void close() {
            clock.shutdownNow();
        }
    }
}
