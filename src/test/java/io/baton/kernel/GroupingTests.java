package io.baton.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingTests {

    private final Semaphore allowed = new Semaphore(0);
    private final BlockingQueue<List<Integer>> groups = new LinkedBlockingQueue<>();

    @Test
    void worksOnALoneItemAtOnceAndOnWhatArrivedMeanwhileTogether() throws Exception {
        try (var grouping = grouping(10, 5)) {
            grouping.offer(1);
            assertThat(next()).containsExactly(1);
            IntStream.rangeClosed(2, 4).forEach(grouping::offer);
            allowed.release();
            assertThat(next()).containsExactly(2, 3, 4);
        }
    }

    @Test
    void takesNoMoreThanFitIntoOneGroup() throws Exception {
        try (var grouping = grouping(10, 3)) {
            grouping.offer(0);
            next();
            IntStream.rangeClosed(1, 7).forEach(grouping::offer);
            allowed.release(10);
            assertThat(List.of(next(), next(), next())).containsExactly(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
        }
    }

    @Test
    void refusesWhatFindsNoRoom() throws Exception {
        try (var grouping = grouping(2, 5)) {
            grouping.offer(0);
            next();
            assertThat(grouping.offer(1)).isTrue();
            assertThat(grouping.offer(2)).isTrue();
            assertThat(grouping.offer(3)).isFalse();
            assertThat(grouping.size()).isEqualTo(2);
            allowed.release(10);
            assertThat(next()).containsExactly(1, 2);
        }
    }

    @Test
    void putsWhatComesAgainBeforeWhatIsNew() throws Exception {
        try (var grouping = new Grouping<Integer>("test", 10, 5, group -> {
            groups.add(List.copyOf(group));
            allowed.acquireUninterruptibly();
            return group.stream().filter(item -> item < 0).map(Math::abs).toList();
        })) {
            grouping.offer(-1);
            next();
            grouping.offer(2);
            allowed.release(2);
            assertThat(next()).containsExactly(1, 2);
        }
    }

    @Test
    void endsAlsoWhileTheSameWorkComesAgainAndAgain() throws Exception {
        var last = new AtomicReference<Thread>();
        try (var grouping = new Grouping<Integer>("test", 10, 5, group -> {
            last.set(Thread.currentThread());
            groups.add(group);
            return group;
        })) {
            grouping.offer(1);
            next();
        }
        Objects.requireNonNull(last.get()).join(Duration.ofSeconds(10));
        assertThat(Objects.requireNonNull(last.get()).isAlive()).isFalse();
    }

    @Test
    void waitsForMoreWhereThatIsWorthIt() throws Exception {
        var itself = new AtomicReference<Grouping<Integer>>();
        IntFunction<Duration> patience = size -> {
            if (size < 2) {
                return Duration.ZERO;
            }
            Objects.requireNonNull(itself.get()).offer(4);
            return Duration.ofMillis(1);
        };
        try (var grouping = new Grouping<Integer>("test", 10, 5, patience, this::work)) {
            itself.set(grouping);
            grouping.offer(1);
            assertThat(next()).containsExactly(1);
            grouping.offer(2);
            grouping.offer(3);
            allowed.release(2);
            assertThat(next()).containsExactly(2, 3, 4);
        }
    }

    private Grouping<Integer> grouping(int capacity, int most) {
        return new Grouping<>("test", capacity, most, this::work);
    }

    private List<Integer> work(List<Integer> group) {
        groups.add(List.copyOf(group));
        allowed.acquireUninterruptibly();
        return List.of();
    }

    private List<Integer> next() throws InterruptedException {
        var group = groups.poll(10, TimeUnit.SECONDS);
        assertThat(group).isNotNull();
        return Objects.requireNonNull(group);
    }
}
