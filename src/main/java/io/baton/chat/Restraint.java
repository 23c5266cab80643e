package io.baton.chat;

import java.time.Duration;
import java.util.function.Supplier;

/** Lets work in the background rest six times as long as it took, so that it never crowds out what people wait for. */
final class Restraint {

    private static final int TIMES = 6;

    private final Duration least;
    private long took;

    /** @param least how long it rests in any case */
    Restraint(Duration least) {
        this.least = least;
    }

    /** Rests for what was done before. */
    void rest() throws InterruptedException {
        Thread.sleep(Math.max(least.toMillis(), Duration.ofNanos(took).toMillis() * TIMES));
    }

    /** Does a piece of work and remembers how long it took. */
    <T> T work(Supplier<T> piece) {
        var begun = System.nanoTime();
        try {
            return piece.get();
        } finally {
            took = System.nanoTime() - begun;
        }
    }
}
