package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.BatonTest;
import io.baton.kernel.Problem;
import io.baton.presence.Cable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Agents who go while something else happens: nobody is left behind, and no seat is freed twice or kept. */
@BatonTest
class AgentDepartureTests extends HandoffScene {

    @Autowired
    HandoffTransfers transfers;

    @Autowired
    AbsenceSweep sweep;

    @Autowired
    ClosureSweep closures;

    @Override
    String department() {
        return "vip";
    }

    @BeforeEach
    void hireTwo() {
        hire("ad01", 2);
        hire("ad02", 3);
    }

    @RepeatedTest(5)
    void handsOverWhatIsNotCompletedAtTheSameInstant() {
        var id = served("ad01");
        connect("ad02");
        atOnce(() -> leave("ad01"), () -> as(agent("ad01"), () -> answers.complete(id, "solved", null)));
        settles(id);
    }

    @RepeatedTest(5)
    void handsOverWhatIsPassedOnAtTheSameInstant() {
        var id = served("ad01");
        connect("ad02");
        as(agent("ad01"), () -> transfers.transfer(now(id).ask().conversationId(), TransferWish.to("ad02", null)));
        atOnce(() -> leave("ad01"), () -> as(agent("ad02"), () -> answers.accept(id)));
        settles(id);
        assertThat(now(id).agentId()).isEqualTo("ad02");
    }

    @RepeatedTest(5)
    void handsOverWhatIsAcceptedAtTheSameInstant() {
        connect("ad01");
        var id = ask(customer()).handoff().id();
        connect("ad02");
        atOnce(() -> leave("ad01"), () -> as(agent("ad01"), () -> answers.accept(id)));
        await().untilAsserted(() -> {
            var handoff = now(id);
            assertThat("ad02".equals(handoff.agentId()) || handoff.state() == HandoffState.PAUSED)
                    .isTrue();
        });
        settles(id);
    }

    @RepeatedTest(5)
    void freesTheSeatOnceWhenAnAgentIsLostAndSignsOutElsewhere() {
        var id = served("ad01");
        connect("ad02");
        atOnce(() -> lose("ad01"), () -> leave("ad01"));
        await().untilAsserted(() -> assertThat(state(id)).isIn(HandoffState.ASSIGNED, HandoffState.PAUSED));
        settles(id);
    }

    @Test
    void tellsTheCustomerThePlaceInTheQueueAgain() {
        hire("ad02", 1);
        served("ad01");
        var id = served("ad01");
        connect("ad02");
        var busy = ask(customer()).handoff().id();
        as(agent("ad02"), () -> answers.accept(busy));
        leave("ad01");
        awaitState(id, HandoffState.PENDING);
        await().untilAsserted(() -> assertThat(place(id)).isPositive());
        assertThat(inAcme(() -> conversations.latest(now(id).ask().conversationId(), 5)))
                .anyMatch(message ->
                        message.body().contains("AD01") && message.body().contains("队首"));
        assertThat(inAcme(
                        () -> conversations.get(now(id).ask().conversationId()).agentId()))
                .isNull();
    }

    @Test
    void findsConversationsWhoseAgentIsGoneAlthoughNobodyWasTold() {
        var id = served("ad01");
        inAcme(() -> {
            Cable.pull(baton, ACME, "ad01", "test");
            return true;
        });
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        sweep.sweep();
        awaitState(id, HandoffState.PAUSED);
        assertThat(active("ad01")).isEqualTo(1);
    }

    @Test
    void endsWhenItsConversationHasEndedAlthoughNobodyWasTold() {
        var id = served("ad01");
        inAcme(() -> jdbc.sql("""
                        update conversation set state = 'CLOSED', closed_at = now(), close_reason = 'idle', handoff_id = null
                        where id = ?
                        """).param(now(id).ask().conversationId()).update());
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        closures.sweep();
        awaitState(id, HandoffState.COMPLETED);
        assertThat(active("ad01")).isZero();
        assertThat(now(id).outcome().reason()).isEqualTo("idle");
    }

    /** Every seat is held by a handoff, whatever came first. */
    private void settles(UUID id) {
        await().untilAsserted(() -> {
            for (var agent : List.of("ad01", "ad02")) {
                assertThat(active(agent))
                        .as(agent + " " + now(id).state())
                        .isEqualTo(inAcme(() -> table.heldBy(agent).size()));
            }
            assertThat(state(id)).isNotEqualTo(HandoffState.ACCEPTED);
        });
    }

    private int place(UUID id) {
        return inAcme(() -> jdbc.sql("select coalesce(place, 0) from handoff where id = ?")
                .param(id)
                .query(Integer.class)
                .single());
    }

    private UUID served(String agent) {
        connect(agent);
        var id = ask(customer()).handoff().id();
        as(agent(agent), () -> answers.accept(id));
        return id;
    }

    private void atOnce(Runnable one, Runnable other) {
        var start = new CountDownLatch(1);
        var failures = new ConcurrentLinkedQueue<Throwable>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var work : List.of(one, other)) {
                pool.submit(() -> {
                    start.await();
                    try {
                        work.run();
                    } catch (Problem refused) {
                        assertThat(refused.status()).isBetween(400, 499);
                    } catch (RuntimeException failure) {
                        failures.add(failure);
                    }
                    return true;
                });
            }
            start.countDown();
        }
        assertThat(failures).isEmpty();
    }
}
