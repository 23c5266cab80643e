package io.baton.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who talks overtakes the crowd, and nothing is left undone or done twice. */
class TalkersFirstTests {

    private static final int MANY = 20_000;

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final TalkersFirst executor = new TalkersFirst(threads::add, 2);
    private final List<String> done = new ArrayList<>();

    private record Turn(boolean isOfTalker, Runnable work) implements TalkersFirst.Turn {

        @Override
        public void run() {
            work.run();
        }
    }

    @Test
    void keepsTheOrderWhereNobodyWaits() {
        executor.execute(crowd("a"));
        executor.execute(talker("b"));
        runAll();
        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void letsWhoTalksOvertakeAllButThoseWhoAreAhead() {
        List.of("a", "b", "c", "d").forEach(name -> executor.execute(crowd(name)));
        executor.execute(talker("talker"));
        assertThat(executor.waiting()).isEqualTo(5);
        runAll();
        assertThat(done).containsExactly("a", "b", "talker", "c", "d");
        assertThat(executor.waiting()).isZero();
    }

    @Test
    void letsTheCrowdGoOnHoweverManyTalk() {
        List.of("a", "b", "c", "d").forEach(name -> executor.execute(crowd(name)));
        for (int i = 0; i < 4; i++) {
            executor.execute(talker("talker"));
            run();
        }
        runAll();
        assertThat(done.indexOf("d")).isLessThan(done.lastIndexOf("talker"));
        assertThat(done).hasSize(8);
    }

    @Test
    void doesNotKeepWhatIsNoTurn() {
        List.of("a", "b", "c").forEach(name -> executor.execute(crowd(name)));
        executor.execute(() -> done.add("other"));
        runAll();
        assertThat(done).containsExactly("a", "b", "other", "c");
    }

    @Test
    void doesEverythingOnceWhateverHappensAtTheSameTime() throws Exception {
        var count = new AtomicInteger();
        var all = new CountDownLatch(MANY);
        try (var virtual = Executors.newVirtualThreadPerTaskExecutor();
                var callers = Executors.newFixedThreadPool(4)) {
            var crowded = new TalkersFirst(virtual, 2);
            IntStream.range(0, MANY)
                    .forEach(i -> callers.execute(() -> crowded.execute(new Turn(i % 10 == 0, () -> {
                        count.incrementAndGet();
                        all.countDown();
                    }))));
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(crowded.waiting()).isZero();
        }
        assertThat(count).hasValue(MANY);
    }

    private Turn crowd(String name) {
        return new Turn(false, () -> done.add(name));
    }

    private Turn talker(String name) {
        return new Turn(true, () -> done.add(name));
    }

    private void run() {
        threads.remove().run();
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            run();
        }
    }
}
