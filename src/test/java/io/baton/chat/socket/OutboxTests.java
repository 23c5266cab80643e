package io.baton.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
        public void write(byte[] frame) throws IOException {
            entered.release();
            allowed.acquireUninterruptibly();
            if (broken) {
                throw new IOException("gone");
            }
            written.add(new String(frame, StandardCharsets.UTF_8));
        }

        @Override
        public void close(CloseStatus status) {
            closed.add(status);
        }
    }

    private final SlowWire wire = new SlowWire();
    private final Outbox outbox = new Outbox(wire, 10);

    @Test
    void writesInOrder() throws Exception {
        var roomy = new Outbox(wire, 100_000);
        var expected = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        wire.allowed.release(500);
        expected.forEach(frame -> roomy.offer(bytes(frame)));
        roomy.finish(CloseStatus.NORMAL);
        assertThat(closed()).isEqualTo(CloseStatus.NORMAL);
        assertThat(wire.written).isEqualTo(expected);
    }

    @Test
    void closesASlowConsumerWith1013AndDropsWhatWaits() throws Exception {
        outbox.offer(bytes("first"));
        wire.entered.acquire();
        outbox.offer(bytes("12345"));
        outbox.offer(bytes("67890"));
        outbox.offer(bytes("one too many"));
        wire.allowed.release(10);
        assertThat(closed().getCode()).isEqualTo(1013);
        assertThat(wire.written).containsExactly("first");
    }

    @Test
    void takesOneFrameThatIsBiggerThanItself() throws Exception {
        wire.allowed.release();
        outbox.offer(bytes("much bigger than ten bytes"));
        outbox.finish(CloseStatus.NORMAL);
        assertThat(closed()).isEqualTo(CloseStatus.NORMAL);
        assertThat(wire.written).hasSize(1);
    }

    @Test
    void letsAnswersWaitForRoomInsteadOfClosing() throws Exception {
        outbox.put(bytes("first"));
        wire.entered.acquire();
        outbox.put(bytes("second"));
        var third = CompletableFuture.runAsync(() -> outbox.put(bytes("third")));
        assertThat(third).isNotDone();
        wire.allowed.release(3);
        third.get(10, TimeUnit.SECONDS);
        outbox.finish(CloseStatus.NORMAL);
        assertThat(closed()).isEqualTo(CloseStatus.NORMAL);
        assertThat(wire.written).containsExactly("first", "second", "third");
    }

    @Test
    void writesNothingMoreOnceItIsAborted() throws Exception {
        outbox.offer(bytes("first"));
        wire.entered.acquire();
        outbox.offer(bytes("lost"));
        outbox.abort(Closing.REVOKED);
        outbox.offer(bytes("late"));
        wire.allowed.release(3);
        assertThat(closed().getCode()).isEqualTo(4003);
        assertThat(wire.written).containsExactly("first");
    }

    @Test
    void closesWhenTheClientCannotBeWrittenTo() throws Exception {
        wire.broken = true;
        wire.allowed.release(5);
        outbox.offer(bytes("first"));
        assertThat(closed()).isEqualTo(CloseStatus.SESSION_NOT_RELIABLE);
    }

    @Test
    void freesWhoeverWaitsWhenTheClientIsGone() throws Exception {
        outbox.put(bytes("first"));
        wire.entered.acquire();
        outbox.put(bytes("second"));
        var third = CompletableFuture.runAsync(() -> outbox.put(bytes("third")));
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
