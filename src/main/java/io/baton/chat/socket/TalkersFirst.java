package io.baton.chat.socket;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Hands work to threads that take it in turns. When much of it waits, who talks goes at once, and of all others only a few
 * are handed over ahead: each one that begins makes room for the next. So a crowd keeps nobody waiting who talks, and goes on
 * itself however many talk. All work is done, once.
 */
final class TalkersFirst implements Executor {

    /** What is to be done for one client. */
    interface Turn extends Runnable {

        /** Is asked only while others wait, and before the turn begins. */
        boolean isOfTalker();
    }

    private final Executor threads;
    private final int few;
    private final Queue<Runnable> crowd = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger ahead = new AtomicInteger();
    private final LongAdder overtaken = new LongAdder();

    TalkersFirst(Executor threads, int few) {
        this.threads = threads;
        this.few = few;
    }

    @Override
    public void execute(Runnable work) {
        waiting.incrementAndGet();
        if (ahead.get() < few || !(work instanceof Turn turn)) {
            handOver(work);
            return;
        }
        if (turn.isOfTalker()) {
            overtaken.increment();
            handOver(work);
            return;
        }
        crowd.add(work);
        // Whoever was ahead may have begun before there was anything to go on with.
        if (ahead.get() < few) {
            next();
        }
    }

    /** How much has not begun. */
    int waiting() {
        return waiting.get();
    }

    /** How often somebody talked while others waited. */
    long overtaken() {
        return overtaken.sum();
    }

    private void next() {
        var work = crowd.poll();
        if (work != null) {
            handOver(work);
        }
    }

    private void handOver(Runnable work) {
        ahead.incrementAndGet();
        threads.execute(() -> {
            ahead.decrementAndGet();
            waiting.decrementAndGet();
            next();
            work.run();
        });
    }
}
