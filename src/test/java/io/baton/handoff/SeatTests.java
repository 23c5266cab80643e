package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@BatonTest
class SeatTests extends HandoffScene {

    @Override
    String department() {
        return "vip";
    }

    @Test
    void neverGivesMoreSeatsThanThereAreTo200AtOnce() throws Throwable {
        var claimed = new AtomicInteger();
        unswept(() -> {
            all(200, () -> inAcme(() -> seats.claim("acme", "st01", 5, Instant.now()) ? claimed.incrementAndGet() : 0));
            assertThat(claimed).hasValue(5);
            assertThat(active("st01")).isEqualTo(5);
        });
    }

    @Test
    void staysWithinBoundsWhileSeatsAreClaimedAndFreedAtOnce() throws Exception {
        var held = new AtomicInteger();
        var most = new AtomicInteger();
        all(200, () -> {
            if (inAcme(() -> seats.claim("acme", "st02", 3, Instant.now()))) {
                most.accumulateAndGet(held.incrementAndGet(), Math::max);
                held.decrementAndGet();
                inAcme(() -> {
                    seats.release("st02");
                    return true;
                });
            }
            return true;
        });
        assertThat(most.get()).isBetween(1, 3);
        assertThat(active("st02")).isZero();
    }

    @Test
    void neverFreesASeatThatNobodyHolds() {
        inAcme(() -> {
            seats.claim("acme", "st03", 1, Instant.now());
            seats.release("st03");
            seats.release("st03");
            return true;
        });
        assertThat(active("st03")).isZero();
    }

    @Test
    void letsOnlyAManagersHandGoAboveTheMaximum() throws Throwable {
        unswept(this::goAboveTheMaximum);
    }

    private void goAboveTheMaximum() {
        inAcme(() -> {
            assertThat(seats.claim("acme", "st04", 1, Instant.now())).isTrue();
            assertThat(seats.claim("acme", "st04", 1, Instant.now())).isFalse();
            seats.claimByHand("acme", "st04", 1, Instant.now());
            return true;
        });
        assertThat(active("st04")).isEqualTo(2);
        assertThat(inAcme(() -> seats.claim("acme", "st04", 1, Instant.now()))).isFalse();
        inAcme(() -> {
            seats.release("st04");
            return true;
        });
        assertThat(inAcme(() -> seats.claim("acme", "st04", 1, Instant.now()))).isFalse();
    }

    @Test
    void countsMissesInARowAndForgetsThemWithAnAnswer() {
        inAcme(() -> {
            seats.claim("acme", "st05", 1, Instant.now());
            seats.ended("st05", OfferOutcome.MISSED);
            seats.ended("st05", OfferOutcome.WITHDRAWN);
            seats.ended("st05", OfferOutcome.MISSED);
            assertThat(seats.missesInARow("st05")).isEqualTo(2);
            seats.ended("st05", OfferOutcome.REJECTED);
            assertThat(seats.missesInARow("st05")).isZero();
            return true;
        });
    }

    private static void all(int threads, Callable<?> work) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            IntStream.range(0, threads).forEach(i -> running.add(pool.submit(work)));
            for (var one : running) {
                one.get();
            }
        }
    }
}
