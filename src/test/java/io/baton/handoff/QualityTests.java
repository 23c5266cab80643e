package io.baton.handoff;

import static io.baton.handoff.QualityTable.Kind.RATING;
import static io.baton.handoff.QualityTable.Kind.RESOLUTION;
import static io.baton.handoff.QualityTable.Kind.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.BatonTest;
import io.baton.chat.Messages;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What agents' rolling figures learn from what really happens. */
@BatonTest
class QualityTests extends HandoffScene {

    private static final Offset<Double> CLOSE = within(1e-9);

    @Autowired
    QualityTable quality;

    @Autowired
    Messages messages;

    @Autowired
    HandoffTransfers transfers;

    @Override
    String department() {
        return "vip";
    }

    @BeforeEach
    void forgetEverything() {
        hire("ql01", 3);
        hire("ql02", 3);
        inAcme(() -> jdbc.sql("delete from agent_quality").update());
    }

    @Test
    void isNeutralWhileNothingIsKnown() {
        assertThat(Quality.UNKNOWN.share()).isEqualTo(0.5);
        add(1, 1, 1, 1);
        assertThat(of("ql01").resolution().samples()).isEqualTo(4);
        assertThat(of("ql01").share()).isEqualTo(0.5);
        add(1);
        assertThat(of("ql01").share()).isCloseTo((1 + 0.5 + 0.5) / 3, CLOSE);
    }

    @Test
    void isTheMeanOfTheFirstTwentyAndThenForgetsTheOldest() {
        add(1, 0, 1, 0);
        assertThat(of("ql01").resolution().mean()).isCloseTo(0.5, CLOSE);
        for (int i = 0; i < 16; i++) {
            add(1);
        }
        assertThat(of("ql01").resolution().mean()).isCloseTo(18 / 20.0, CLOSE);
        add(0);
        assertThat(of("ql01").resolution().mean()).isCloseTo(0.9 - 0.9 / 20, CLOSE);
        for (int i = 0; i < 100; i++) {
            add(0);
        }
        assertThat(of("ql01").resolution().mean()).isBetween(0.0, 0.01);
    }

    @Test
    void losesNoSampleOfManyAtOnce() throws Exception {
        try (var pool = Executors.newFixedThreadPool(16)) {
            var adding = new ArrayList<Future<?>>();
            for (int i = 0; i < 200; i++) {
                adding.add(pool.submit(() -> add(1)));
            }
            for (var one : adding) {
                one.get();
            }
        }
        assertThat(of("ql01").resolution()).isEqualTo(new Quality.Figure(1, 200));
    }

    @Test
    void countsAConversationThatWasCompletedAsResolved() {
        connect("ql01");
        var id = served(customer(), "ql01");
        as(agent("ql01"), () -> answers.complete(id, null, null));
        assertThat(of("ql01").resolution()).isEqualTo(new Quality.Figure(1, 1));
    }

    @Test
    void takesBackWhatTheCustomerComesBackAbout() {
        connect("ql01");
        var customer = customer();
        var id = served(customer, "ql01");
        as(agent("ql01"), () -> answers.complete(id, null, null));
        served(customer, "ql01");
        assertThat(of("ql01").resolution()).isEqualTo(new Quality.Figure(0, 1));
        inAcme(this::endEverything);
        served(customer, "ql01");
        assertThat(of("ql01").resolution()).as("once").isEqualTo(new Quality.Figure(0, 1));
    }

    @Test
    void doesNotTakeBackWhatIsLongOver() {
        connect("ql01");
        var customer = customer();
        var id = served(customer, "ql01");
        as(agent("ql01"), () -> answers.complete(id, null, null));
        inAcme(() -> jdbc.sql("update handoff set ended_at = ended_at - interval '25 hours' where id = ?")
                .param(id)
                .update());
        served(customer, "ql01");
        assertThat(of("ql01").resolution()).isEqualTo(new Quality.Figure(1, 1));
    }

    @Test
    void countsAConversationThatWasPassedOnAsNotResolvedByWhoPassedItOn() {
        connect("ql01");
        var id = served(customer(), "ql01");
        connect("ql02");
        var conversation = now(id).ask().conversationId();
        scope.call(agent("ql01"), () -> transfers.transfer(conversation, TransferWish.to("ql02", "请接手")));
        as(agent("ql02"), () -> answers.accept(id));
        as(agent("ql02"), () -> answers.complete(id, null, null));
        assertThat(of("ql01").resolution()).isEqualTo(new Quality.Figure(0, 1));
        assertThat(of("ql02").resolution()).isEqualTo(new Quality.Figure(1, 1));
    }

    @Test
    void blamesNobodyForAnOfferThatWasNotTaken() {
        connect("ql01");
        var id = ask(customer()).handoff().id();
        as(agent("ql01"), () -> answers.reject(id, null));
        assertThat(of("ql01")).isEqualTo(Quality.UNKNOWN);
    }

    @Test
    void measuresHowSoonTheAgentFirstAnswers() {
        connect("ql01");
        var prompt = served(customer(), "ql01");
        say("ql01", prompt);
        as(agent("ql01"), () -> answers.complete(prompt, null, null));
        assertThat(of("ql01").response()).isEqualTo(new Quality.Figure(1, 1));

        var slow = served(customer(), "ql01");
        inAcme(() -> jdbc.sql("""
                        update handoff set accepted_at = accepted_at - interval '60 seconds',
                            offered_at = offered_at - interval '60 seconds' where id = ?
                        """).param(slow).update());
        say("ql01", slow);
        as(agent("ql01"), () -> answers.complete(slow, null, null));
        assertThat(of("ql01").response().mean()).isBetween(0.5 + 0.10, 0.5 + 0.125);

        var silent = served(customer(), "ql01");
        as(agent("ql01"), () -> answers.complete(silent, null, null));
        assertThat(of("ql01").response().samples()).isEqualTo(2);
    }

    @Test
    void countsTheLastWordOfACustomerAsTheRating() {
        connect("ql01");
        var customer = customer();
        var id = served(customer, "ql01");
        as(agent("ql01"), () -> answers.complete(id, null, null));
        var conversation = now(id).ask().conversationId();
        as(customer, () -> conversations.rate(conversation, 2, null));
        assertThat(of("ql01").rating()).isEqualTo(new Quality.Figure(0.25, 1));
        as(customer, () -> conversations.rate(conversation, 5, "后来解决了"));
        assertThat(of("ql01").rating()).isEqualTo(new Quality.Figure(1, 1));
    }

    @Test
    void keepsFiguresBetweenTheWorstAndTheBest() {
        inAcme(() -> {
            quality.add("ql01", RATING, 0);
            quality.correct("ql01", RATING, -1);
            quality.add("ql01", RESPONSE, 1);
            quality.correct("ql01", RESPONSE, 1);
            quality.correct("ql02", RESOLUTION, -1);
            return true;
        });
        assertThat(of("ql01").rating().mean()).isZero();
        assertThat(of("ql01").response().mean()).isEqualTo(1);
        assertThat(of("ql02")).isEqualTo(Quality.UNKNOWN);
    }

    private UUID served(Actor customer, String agent) {
        var id = ask(customer).handoff().id();
        as(agent(agent), () -> answers.accept(id));
        assertThat(state(id)).isEqualTo(HandoffState.IN_PROGRESS);
        return id;
    }

    private void say(String agent, UUID handoff) {
        var conversation = now(handoff).ask().conversationId();
        scope.call(agent(agent), () -> messages.append(new Messages.Draft(Ids.next(), conversation, "您好", null)));
    }

    private Quality of(String agent) {
        return inAcme(() -> {
            seats.claim("acme", agent, 50, Instant.now());
            seats.release(agent);
            return seats.of(List.of(agent))
                    .getOrDefault(agent, Candidate.Seat.UNUSED)
                    .quality();
        });
    }

    private boolean add(double... samples) {
        return inAcme(() -> {
            for (double sample : samples) {
                quality.add("ql01", RESOLUTION, sample);
            }
            return true;
        });
    }
}
