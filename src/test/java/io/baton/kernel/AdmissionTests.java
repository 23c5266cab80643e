package io.baton.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionTests {

    @Test
    void letsNoMoreInThanThereIsRoomAndEverybodyInTheEnd() {
        var admission = new Admission(3, Duration.ofMinutes(1));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200)
                    .forEach(i -> crowd.submit(() -> admission.call(() -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                        return served.incrementAndGet();
                    })));
        }
        assertThat(served).hasValue(200);
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void refusesWhoDoesNotComeToATurnInTimeAndBeginsNothing() throws InterruptedException {
        var admission = new Admission(1, Duration.ZERO);
        var begun = new AtomicInteger();
        var inside = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            crowd.submit(() -> admission.run(() -> {
                inside.countDown();
                await(over);
                begun.incrementAndGet();
            }));
            inside.await();
            assertThatThrownBy(() -> admission.call(begun::incrementAndGet))
                    .isInstanceOfSatisfying(Problem.class, refusal -> {
                        assertThat(refusal.status()).isEqualTo(503);
                        assertThat(refusal.code()).isEqualTo("overloaded");
                        assertThat(refusal.properties()).containsEntry("retryAfterSeconds", 1L);
                    });
            over.countDown();
        }
        assertThat(begun).hasValue(1);
    }

    @Test
    void makesRoomAfterAFailure() {
        var admission = new Admission(1, Duration.ZERO);
        assertThatThrownBy(() -> admission.call(() -> {
                    throw Problem.notFound("gone");
                }))
                .isInstanceOf(Problem.class);
        assertThat(admission.<Boolean>call(() -> true)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
