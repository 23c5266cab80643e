package io.baton.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Measures from the moment at which a message was meant to be sent, so that a server that makes the client wait is not
 * spared. Histograms are in microseconds and hold what was meant to be sent within the window; the course holds all.
 */
final class Meter implements AutoCloseable {

    private static final long HIGHEST = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    private final long began = System.nanoTime();
    private final Recorder course = new Recorder(HIGHEST, DIGITS);
    private final List<Second> seconds = new CopyOnWriteArrayList<>();
    private final List<Mark> marks = new CopyOnWriteArrayList<>();
    private final LongAdder completed = new LongAdder();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("meter").factory());
    private volatile Window window = new Window(Long.MAX_VALUE, Long.MAX_VALUE);

    /** What was delivered within one second of the run, in milliseconds. */
    record Second(double at, long messages, double p50, double p99, double max) {}

    /** Something that happened, for example a fault. */
    record Mark(double at, String what) {}

    /** A stretch of the run that counts. */
    static final class Window {

        private final long from;
        private volatile long to;
        private final Histogram delivered = new ConcurrentHistogram(HIGHEST, DIGITS);
        private final Histogram acknowledged = new ConcurrentHistogram(HIGHEST, DIGITS);

        Window(long from, long to) {
            this.from = from;
            this.to = to;
        }

        private boolean holds(long nanos) {
            return nanos >= from && nanos < to;
        }

        Latency delivered() {
            return Latency.of(delivered);
        }

        Latency acknowledged() {
            return Latency.of(acknowledged);
        }

        Duration length() {
            return Duration.ofNanos(to - from);
        }
    }

    Meter() {
        clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    void delivered(long intended, long now) {
        var micros = micros(intended, now);
        course.recordValue(micros);
        var open = window;
        if (open.holds(intended)) {
            open.delivered.recordValue(micros);
        }
    }

    void acknowledged(long intended, long now) {
        var open = window;
        if (open.holds(intended)) {
            open.acknowledged.recordValue(micros(intended, now));
        }
    }

    /** A message was acknowledged and delivered. */
    void completed() {
        completed.increment();
    }

    long completions() {
        return completed.sum();
    }

    /** Opens a window that stays open until it is closed or the next one opens. */
    Window open() {
        var opened = new Window(System.nanoTime(), Long.MAX_VALUE);
        window = opened;
        return opened;
    }

    /** What was meant for the window and comes later still counts. */
    void close(Window open) {
        open.to = System.nanoTime();
    }

    void mark(String what) {
        marks.add(new Mark(seconds(System.nanoTime()), what));
    }

    List<Second> course() {
        return List.copyOf(seconds);
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    private void tick() {
        var last = course.getIntervalHistogram();
        var latency = Latency.of(last);
        seconds.add(
                new Second(seconds(System.nanoTime()), latency.count(), latency.p50(), latency.p99(), latency.max()));
    }

    private double seconds(long nanos) {
        return (nanos - began) / 1e9;
    }

    private static long micros(long from, long to) {
        return Math.min(HIGHEST, Math.max(0, (to - from) / 1_000));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
