package io.baton.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;

class OutboxTests {

    /** A client that takes a frame each time it is allowed to. */
    private static final class SlowWire implements Outbox.Wire {

        final Semaphore allowed = new Semaphore(0);
        final Semaphore entered = new Semaphore(0);
        final List<String> written = new CopyOnWriteArrayList<>();
        final BlockingQueue<CloseStatus> closed = new LinkedBlockingQueue<>();
        volatile boolean broken;

        @Override
        public void write(String frame, Consumer<@Nullable Throwable> done) {
            entered.release();
            Thread.ofVirtual().start(() -> {
                allowed.acquireUninterruptibly();
                if (!broken) {
                    written.add(frame);
                }
                done.accept(broken ? new IOException("gone") : null);
            });
        }

        @Override
        public void close(CloseStatus status) {
            closed.add(status);
        }
    }

    /** A client that takes every frame at once; counts how many are written at the same time. */
    private static final class QuickWire implements Outbox.Wire {

        final List<String> written = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger now = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();

        @Override
        public void write(String frame, Consumer<@Nullable Throwable> done) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            written.add(frame);
            now.decrementAndGet();
            done.accept(null);
        }

        @Override
        public void close(CloseStatus status) {
            throw new IllegalStateException("nobody closes");
        }
    }

    private final SlowWire wire = new SlowWire();
    private final Outbox outbox = new Outbox(wire, 20);

    @Test
    void writesInOrder() throws Exception {
        var roomy = new Outbox(wire, 100_000);
        var expected = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        wire.allowed.release(500);
        expected.forEach(frame -> roomy.offer(frame));
        roomy.finish(CloseStatus.NORMAL);
        assertThat(closed()).isEqualTo(CloseStatus.NORMAL);
        assertThat(wire.written).isEqualTo(expected);
    }

    @Test
    void writesADeepQueueToAWireThatTakesEverythingAtOnce() throws Exception {
        var quick = new QuickWire();
        var roomy = new Outbox(quick, 10_000_000);
        var expected = IntStream.range(0, 100_000).mapToObj(Integer::toString).toList();
        expected.forEach(roomy::offer);
        assertThat(quick.written).isEqualTo(expected);
    }

    @Test
    void writesEachFrameOnceWhoeverAddsIt() throws Exception {
        var quick = new QuickWire();
        var roomy = new Outbox(quick, 10_000_000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20_000).forEach(number -> threads.submit(() -> roomy.offer("" + number)));
        }
        assertThat(quick.written)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20_000).mapToObj(Integer::toString).toList());
        assertThat(quick.most).hasValue(1);
    }

    @Test
    void closesASlowConsumerWith1013AndDropsWhatWaits() throws Exception {
        outbox.offer("first");
        wire.entered.acquire();
        outbox.offer("12345");
        outbox.offer("67890");
        outbox.offer("one too many");
        wire.allowed.release(10);
        assertThat(closed().getCode()).isEqualTo(1013);
        assertThat(wire.written).containsExactly("first");
    }

    @Test
    void takesOneFrameThatIsBiggerThanItself() throws Exception {
        wire.allowed.release();
        outbox.offer("much bigger than ten bytes");
        outbox.finish(CloseStatus.NORMAL);
        assertThat(closed()).isEqualTo(CloseStatus.NORMAL);
        assertThat(wire.written).hasSize(1);
    }

    @Test
    void letsAnswersWaitForRoomInsteadOfClosing() throws Exception {
        outbox.put("first");
        wire.entered.acquire();
        outbox.put("second");
        var third = CompletableFuture.runAsync(() -> outbox.put("third"));
        assertThat(third).isNotDone();
        wire.allowed.release(3);
        third.get(10, TimeUnit.SECONDS);
        outbox.finish(CloseStatus.NORMAL);
        assertThat(closed()).isEqualTo(CloseStatus.NORMAL);
        assertThat(wire.written).containsExactly("first", "second", "third");
    }

    @Test
    void writesNothingMoreOnceItIsAborted() throws Exception {
        outbox.offer("first");
        wire.entered.acquire();
        outbox.offer("lost");
        outbox.abort(Closing.REVOKED);
        outbox.offer("late");
        wire.allowed.release(3);
        assertThat(closed().getCode()).isEqualTo(4003);
        assertThat(wire.written).containsExactly("first");
    }

    @Test
    void closesWhenTheClientCannotBeWrittenTo() throws Exception {
        wire.broken = true;
        wire.allowed.release(5);
        outbox.offer("first");
        assertThat(closed()).isEqualTo(CloseStatus.SESSION_NOT_RELIABLE);
    }

    @Test
    void freesWhoeverWaitsWhenTheClientIsGone() throws Exception {
        outbox.put("first");
        wire.entered.acquire();
        outbox.put("second");
        var third = CompletableFuture.runAsync(() -> outbox.put("third"));
        outbox.gone();
        third.get(10, TimeUnit.SECONDS);
        wire.allowed.release(3);
        assertThat(wire.closed).isEmpty();
    }

    private CloseStatus closed() throws InterruptedException {
        var status = wire.closed.poll(10, TimeUnit.SECONDS);
        assertThat(status).isNotNull();
        return java.util.Objects.requireNonNull(status);
    }
}
