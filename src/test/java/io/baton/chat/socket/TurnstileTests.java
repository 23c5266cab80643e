package io.baton.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.baton.identity.Problems;
import jakarta.servlet.FilterChain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A crowd passes a few at a time, and nobody is kept for ever. */
class TurnstileTests {

    private final Problems problems = mock();
    private final Turnstile turnstile = new Turnstile(problems);

    @Test
    void letsAFewInAtOnceAndEverybodyInTheEnd() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var passed = new AtomicInteger();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 2_000)
                    .forEach(i -> crowd.submit(() -> turnstile.pass(() -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                        passed.incrementAndGet();
                    })));
        }

        assertThat(passed).hasValue(2_000);
        assertThat(most.get()).isBetween(1, Turnstile.AT_ONCE);
    }

    @Test
    void tellsWhenSoManyWaitThatOthersHadBetterNotCome() throws Exception {
        var done = new CountDownLatch(1);
        assertThat(turnstile.isCrowded()).isFalse();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, Turnstile.AT_ONCE + Turnstile.CROWD)
                    .forEach(i -> crowd.submit(() -> turnstile.pass(() -> awaitQuietly(done))));
            await().untilAsserted(() -> assertThat(turnstile.isCrowded()).isTrue());
            done.countDown();
        }
        assertThat(turnstile.isCrowded()).isFalse();
    }

    @Test
    void makesRoomAlsoWhenSomethingFails() throws Exception {
        FilterChain broken = (request, response) -> {
            throw new IllegalStateException("broken");
        };
        for (int i = 0; i < 3 * Turnstile.AT_ONCE; i++) {
            assertThatThrownBy(() ->
                            turnstile.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), broken))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> turnstile.pass(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        FilterChain chain = mock();

        turnstile.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);

        verify(chain).doFilter(any(), any());
    }

    @Test
    void tellsWhoCannotWaitThatItIsTooFull() throws Exception {
        var done = new CountDownLatch(1);
        FilterChain chain = mock();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var full = new CountDownLatch(Turnstile.AT_ONCE);
            IntStream.range(0, Turnstile.AT_ONCE)
                    .forEach(i -> crowd.submit(() -> turnstile.pass(() -> {
                        full.countDown();
                        awaitQuietly(done);
                    })));
            full.await();

            Thread.currentThread().interrupt();
            turnstile.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);

            assertThat(Thread.interrupted()).isTrue();
            done.countDown();
        }
        verify(problems).write(argThat(problem -> problem.code().equals("overloaded")), any(), any());
        verify(chain, never()).doFilter(any(), any());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
