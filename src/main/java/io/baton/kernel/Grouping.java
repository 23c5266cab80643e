package io.baton.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Does work in groups: whatever arrived while the last group was worked on goes into the next one, in the order of
 * arrival. A lone item does not wait, unless patience says so. Bounded: what finds no room is refused, and the caller says
 * so.
 */
public final class Grouping<T> implements AutoCloseable {

    private final BlockingQueue<T> waiting;
    private final int most;
    private final IntFunction<Duration> patience;
    private final UnaryOperator<List<T>> work;
    private final Thread worker;

    /**
     * @param capacity how many may wait
     * @param most how many make a group
     * @param work takes a group and answers with those that go first into the next one; must not throw
     */
    public Grouping(String name, int capacity, int most, UnaryOperator<List<T>> work) {
        this(name, capacity, most, size -> Duration.ZERO, work);
    }

    /**
     * @param capacity how many may wait
     * @param most how many make a group
     * @param patience takes how many make the group so far, and answers how long it waits, once, for more
     * @param work takes a group and answers with those that go first into the next one; must not throw
     */
    public Grouping(String name, int capacity, int most, IntFunction<Duration> patience, UnaryOperator<List<T>> work) {
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.most = most;
        this.patience = patience;
        this.work = work;
        this.worker = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** False when too many wait already. */
    public boolean offer(T item) {
        return waiting.offer(item);
    }

    public int size() {
        return waiting.size();
    }

    private void run() {
        List<T> again = List.of();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var group = new ArrayList<T>(again);
                if (group.isEmpty()) {
                    group.add(waiting.take());
                }
                waiting.drainTo(group, most - group.size());
                gather(group);
                again = work.apply(group);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void gather(List<T> group) throws InterruptedException {
        var pause = patience.apply(group.size());
        if (pause.isPositive()) {
            Thread.sleep(pause);
            waiting.drainTo(group, most - group.size());
        }
    }

    /** Finishes the group that is worked on; what waits is dropped. */
    @Override
    public void close() {
        worker.interrupt();
    }
}
