package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.BatonTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;

/** A floor on which everybody does something at once; somebody watches that no agent ever has more than allowed. */
@BatonTest
class FloorRaceTests extends HandoffScene {

    private static final int AGENTS = 20;
    private static final int THREADS = 64;
    private static final int ROUNDS = 3;

    @Autowired
    Matching matching;

    @Autowired
    MeterRegistry metrics;

    private final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean(true);

    @Override
    String department() {
        return "vip";
    }

    @Test
    void neverHoldsMoreThanAllowedAndForgetsNobody() throws Exception {
        var people =
                IntStream.range(0, AGENTS).mapToObj(i -> "fr%02d".formatted(i)).toList();
        people.forEach(agent -> hire(agent, 1 + people.indexOf(agent) % 3));
        people.forEach(this::connect);
        double woken = metrics.counter("baton.handoff.queue.repaired").count();
        double recounted = metrics.counter("baton.handoff.seats.repaired").count();

        try (var pool = Executors.newFixedThreadPool(THREADS + 1)) {
            var watch = pool.submit(this::watch);
            var lives = new ArrayList<Future<?>>();
            IntStream.range(0, THREADS).forEach(seed -> lives.add(pool.submit(live(new Random(seed)))));
            for (var life : lives) {
                life.get();
            }
            running.set(false);
            watch.get();
        }

        assertThat(broken).isEmpty();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(inAcme(() -> matching.servable(department()))).isEmpty();
            assertThat(inAcme(() -> seats.miscounted())).isEmpty();
        });
        assertThat(metrics.counter("baton.handoff.queue.repaired").count()).isEqualTo(woken);
        assertThat(metrics.counter("baton.handoff.seats.repaired").count()).isEqualTo(recounted);
    }

    /** One statement sees one moment: in none of them may a seat be too many, or another number than what is held. */
    private boolean watch() throws InterruptedException {
        while (running.get()) {
            broken.addAll(inAcme(() -> jdbc.sql("""
                            select s.agent_id || ' has ' || s.active || ' of ' || a.max_conversations from seat s
                            join agent a on a.id = s.agent_id where s.active > a.max_conversations
                            """).query(String.class).list()));
            inAcme(() -> seats.miscounted()).forEach(one -> broken.add(one.agent() + " is counted wrong"));
            Thread.sleep(20);
        }
        return true;
    }

    private Callable<Boolean> live(Random random) {
        return () -> {
            for (int round = 0; round < ROUNDS; round++) {
                var customer = customer();
                var handoff = ask(customer).handoff();
                for (int step = 0; step < 4; step++) {
                    act(random, customer, handoff);
                }
            }
            return true;
        };
    }

    private void act(Random random, Actor customer, HandoffSnapshot handoff) {
        var agent = now(handoff.id()).agentId();
        int what = random.nextInt(8);
        if (agent == null || what == 0) {
            if (random.nextInt(3) == 0) {
                attempt(customer, () -> requests.cancel(handoff.ask().conversationId()));
            }
        } else if (what <= 2) {
            attempt(agent(agent), () -> answers.reject(handoff.id(), null));
        } else if (what <= 5) {
            attempt(agent(agent), () -> answers.accept(handoff.id()));
        } else {
            attempt(agent(agent), () -> answers.complete(handoff.id(), null, null));
        }
    }

    /** What was lost in a race is refused or tried again by whoever asked, nothing else. */
    private void attempt(Actor actor, Runnable work) {
        try {
            as(actor, work);
        } catch (Problem refused) {
            assertThat(refused.status()).isBetween(400, 499);
        } catch (OptimisticLockingException | ConcurrencyFailureException lost) {
            assertThat(List.of(lost)).isNotEmpty();
        }
    }
}
