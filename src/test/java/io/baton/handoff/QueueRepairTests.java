package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.BatonTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;

/** What events overlook is put right, and counted; what they do not is not counted. */
@BatonTest
class QueueRepairTests extends HandoffScene {

    @Autowired
    MeterRegistry metrics;

    @Autowired
    RedissonClient redis;

    @Autowired
    HandoffTransfers transfers;

    private double woken;
    private double recounted;

    @Override
    String department() {
        return "vip";
    }

    @BeforeEach
    void hireTwo() {
        hire("qr01", 1);
        hire("qr02", 0);
        woken = count("baton.handoff.queue.repaired");
        recounted = count("baton.handoff.seats.repaired");
    }

    @Test
    void wakesWhomEverybodyOverlookedAndCountsIt() {
        connect("qr01", "qr02");
        ask(customer());
        var second = ask(customer()).handoff().id();
        assertThat(state(second)).isEqualTo(HandoffState.PENDING);
        awaitQuiet();
        inAcme(() -> jdbc.sql("update agent set max_conversations = 1 where id = 'qr02'")
                .update());
        awaitAgent(second, "qr02");
        assertThat(count("baton.handoff.queue.repaired")).isEqualTo(woken + 1);
        assertThat(count("baton.handoff.seats.repaired")).isEqualTo(recounted);
    }

    @Test
    void countsNothingWhenEventsWakeWhoWaits() {
        connect("qr01");
        var first = ask(customer()).handoff().id();
        var second = ask(customer()).handoff().id();
        as(agent("qr01"), () -> answers.accept(first));
        as(agent("qr01"), () -> answers.complete(first, null, null));
        awaitAgent(second, "qr01");
        assertThat(count("baton.handoff.queue.repaired")).isEqualTo(woken);
        assertThat(count("baton.handoff.seats.repaired")).isEqualTo(recounted);
    }

    @Test
    void asksAnAgentAgainAfterAWhileWithoutCountingIt() {
        connect("qr01");
        var id = ask(customer()).handoff().id();
        as(agent("qr01"), () -> answers.reject(id, null));
        assertThat(state(id)).isEqualTo(HandoffState.PENDING);
        inAcme(() -> jdbc.sql(
                        "update handoff_offer set ended_at = ended_at - interval '6 minutes' where handoff_id = ?")
                .param(id)
                .update());
        awaitAgent(id, "qr01");
        assertThat(count("baton.handoff.queue.repaired")).isEqualTo(woken);
    }

    @Test
    void countsSeatsAnewThatAreTooMany() {
        inAcme(() -> jdbc.sql("update agent set max_conversations = 2 where id = 'qr01'")
                .update());
        connect("qr01");
        var first = ask(customer()).handoff().id();
        inAcme(() -> jdbc.sql("update seat set active = 2, max_active = 2 where agent_id = 'qr01'")
                .update());
        await().untilAsserted(() -> assertThat(active("qr01")).isEqualTo(1));
        await().untilAsserted(
                        () -> assertThat(count("baton.handoff.seats.repaired")).isEqualTo(recounted + 1));
        assertThat(now(first).agentId()).isEqualTo("qr01");
    }

    @Test
    void givesASeatThatWasLostInTheCountToWhoWaits() {
        connect("qr01");
        inAcme(() -> {
            seats.claim("acme", "qr01", 1, Instant.now());
            return true;
        });
        var waiting = ask(customer()).handoff().id();
        awaitAgent(waiting, "qr01");
        assertThat(count("baton.handoff.seats.repaired")).isEqualTo(recounted + 1);
        assertThat(active("qr01")).isEqualTo(1);
    }

    @Test
    void countsSeatsAnewThatAreTooFewAlsoThoseOfATransfer() {
        hire("qr03", 1);
        connect("qr01");
        var id = ask(customer()).handoff().id();
        as(agent("qr01"), () -> answers.accept(id));
        connect("qr03");
        var conversation = now(id).ask().conversationId();
        scope.call(agent("qr01"), () -> transfers.transfer(conversation, TransferWish.to("qr03", "请接手")));
        assertThat(state(id)).isEqualTo(HandoffState.TRANSFERRED);
        inAcme(() -> jdbc.sql("update seat set active = 0").update());
        await().untilAsserted(() -> {
            assertThat(active("qr01")).isEqualTo(1);
            assertThat(active("qr03")).isEqualTo(1);
        });
        await().untilAsserted(
                        () -> assertThat(count("baton.handoff.seats.repaired")).isEqualTo(recounted + 2));
    }

    @Test
    void losesNobodyWhenRedisIsFlushed() {
        connect("qr01");
        var first = ask(customer()).handoff().id();
        as(agent("qr01"), () -> answers.accept(first));
        var second = ask(customer());
        var third = ask(customer());
        redis.getKeys().flushdb();
        var fourth = ask(customer());
        assertThat(fourth.position()).isEqualTo(3);
        for (var waiting : List.of(second, third, fourth)) {
            var before = inAcme(() -> table.heldBy("qr01")).getFirst().id();
            as(agent("qr01"), () -> answers.accept(before));
            as(agent("qr01"), () -> answers.complete(before, null, null));
            awaitAgent(waiting.handoff().id(), "qr01");
        }
        assertThat(active("qr01")).isEqualTo(1);
        assertThat(count("baton.handoff.queue.repaired")).isEqualTo(woken);
    }

    private double count(String name) {
        return metrics.counter(name).count();
    }
}
