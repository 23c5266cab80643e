package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Agents who take whatever they are offered and end it at once, and customers at their widgets who ask one after the other;
 * each customer may ask three times a minute.
 */
final class Counter implements AutoCloseable {

    private static final int AT_ONCE = 16;
    private static final int DIGITS = 3;

    private final CallCentre centre;
    private final List<Desk> desks;
    private final int size;
    private final int clients;
    private final BlockingQueue<Guest> guests = new LinkedBlockingQueue<>();
    private final List<Guest> all = new ArrayList<>();
    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private volatile ConcurrentHistogram micros = histogram();

    Counter(CallCentre centre, List<Staff.Member> members, Options options) {
        this.centre = centre;
        this.size = options.number("guests");
        this.clients = options.number("clients");
        var manner = new Desk.Manner(Deed.Temper.EAGER, Duration.ZERO, Duration.ZERO, 0, this::offered, member -> {});
        this.desks = members.stream()
                .map(member -> new Desk(member, centre, manner, 0))
                .toList();
    }

    /** All agents are at their desks and all customers at their widgets, each with an open conversation. */
    void open() throws InterruptedException, ExecutionException {
        for (var desk : desks) {
            desk.open();
        }
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var arriving = IntStream.range(0, size)
                    .<Callable<Guest>>mapToObj(number -> () -> Guest.arrive(centre, number))
                    .toList();
            for (Future<Guest> guest : threads.invokeAll(arriving)) {
                all.add(guest.get());
            }
        }
        guests.addAll(all);
    }

    private void offered(JsonNode frame) {
        var now = System.nanoTime();
        var meant = asked.remove(frame.path("conversationId").asText());
        if (meant != null) {
            micros.recordValue(Math.max(0, (now - meant) / 1_000));
        }
    }

    /**
     * Asks at a fixed rate, and measures from the moment at which each request was meant to be sent to the frame at a desk.
     */
    Latency paced(int requests, int perSecond) throws InterruptedException, ExecutionException {
        micros = histogram();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var number = 0; number < requests; number++) {
                var meant = began + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
                var guest = guests.take();
                for (var wait = meant - System.nanoTime(); wait > 0; wait = meant - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                running.add(threads.submit(() -> serve(guest, meant)));
            }
            for (var one : running) {
                one.get();
            }
        }
        if (micros.getTotalCount() < requests) {
            throw new IllegalStateException("only " + micros.getTotalCount() + " of " + requests + " were offered");
        }
        return Latency.of(micros);
    }

    private Void serve(Guest guest, long meant) throws InterruptedException {
        try {
            asked.put(guest.conversation(), meant);
            guest.ask();
            guest.prepare();
            return null;
        } finally {
            guests.put(guest);
        }
    }

    /** The most a second. */
    double most(Duration warmup, Duration length) throws InterruptedException, ExecutionException {
        return most(
                () -> {
                    var guest = guests.take();
                    serve(guest, System.nanoTime());
                },
                clients,
                warmup,
                length);
    }

    /** Some work that is done again and again. */
    interface Work {
        void run() throws InterruptedException;
    }

    /** How often a second so many clients do some work, each one after the other. */
    static double most(Work work, int clients, Duration warmup, Duration length)
            throws InterruptedException, ExecutionException {
        var from = System.nanoTime() + warmup.toNanos();
        var to = from + length.toNanos();
        var done = new LongAdder();
        Callable<Void> client = () -> {
            while (System.nanoTime() < to) {
                work.run();
                var now = System.nanoTime();
                if (now >= from && now < to) {
                    done.increment();
                }
            }
            return null;
        };
        try (var threads =
                Executors.newFixedThreadPool(clients, Thread.ofVirtual().factory())) {
            for (var running : threads.invokeAll(
                    IntStream.range(0, clients).mapToObj(number -> client).toList())) {
                running.get();
            }
        }
        return done.sum() * 1e9 / length.toNanos();
    }

    private static ConcurrentHistogram histogram() {
        return new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(5), DIGITS);
    }

    @Override
    public void close() {
        all.forEach(Guest::close);
        desks.forEach(Desk::close);
    }
}
