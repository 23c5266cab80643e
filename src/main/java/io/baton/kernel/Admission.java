package io.baton.kernel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many in at once, in the order in which they came: virtual threads take turns, and a crowd would else take the
 * processors and the connections from everybody who is inside already. Who does not come to a turn in time is refused with
 * 503 {@code overloaded}, and nothing has begun.
 */
public final class Admission {

    private static final long AGAIN_AFTER_SECONDS = 1;

    private final Semaphore room;
    private final Duration patience;

    public Admission(int atOnce, Duration patience) {
        this.room = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** Waits for its turn as long as patience lasts. */
    public <T> T call(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    /** Waits for its turn, however long that takes. */
    public void run(Runnable work) {
        room.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            leave();
        }
    }

    /** As the beginning of {@link #call}; whoever was let in must {@link #leave}. */
    public void enter() {
        try {
            if (room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(503, "overloaded", Map.of("retryAfterSeconds", AGAIN_AFTER_SECONDS));
    }

    public void leave() {
        room.release();
    }

    /** About how many wait for their turn. */
    public int waiting() {
        return room.getQueueLength();
    }
}
