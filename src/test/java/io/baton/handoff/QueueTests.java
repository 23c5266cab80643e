package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.BatonTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class QueueTests extends HandoffScene {

    @Autowired
    Matching matching;

    @Autowired
    HandoffQueue queue;

    @Autowired
    QueueRepair repair;

    @Override
    String department() {
        return "vip";
    }

    @BeforeEach
    void hireThree() {
        hire("qa01", 1);
        hire("qa02", 2);
        hire("qa03", 1, "refund");
    }

    @Test
    void startsOneHandoffHoweverOftenTheButtonIsPressed() throws Exception {
        connect("qa01");
        var customer = customer();
        var conversation = conversation(customer);
        var request = new HandoffRequest("想和人说话", department(), Priority.NORMAL, java.util.Set.of());
        var ids = new HashSet<UUID>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = new ArrayList<java.util.concurrent.Future<UUID>>();
            for (int i = 0; i < 10; i++) {
                answered.add(pool.submit(() -> scope.call(
                        customer,
                        () -> requests.request(conversation, request, Instant.now())
                                .handoff()
                                .id())));
            }
            for (var one : answered) {
                ids.add(one.get());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(active("qa01")).isEqualTo(1);
    }

    @Test
    void ordersByPriorityAndThenByTime() {
        connect("qa01");
        ask(customer());
        var first = ask(customer());
        var second = ask(customer());
        var urgent = ask(customer(), Priority.URGENT);
        assertThat(urgent.position()).isLessThan(java.util.Objects.requireNonNull(second.position()));
        var order = as(manager(), () -> queue.waiting(null)).items().stream()
                .map(view -> view.handoff().id())
                .toList();
        assertThat(order.indexOf(urgent.handoff().id()))
                .isLessThan(order.indexOf(first.handoff().id()));
        assertThat(order.indexOf(first.handoff().id()))
                .isLessThan(order.indexOf(second.handoff().id()));
    }

    @Test
    void tellsAWaitOnlyWhenSeatsAreServed() {
        forgetHowLongOthersWaited();
        connect("qa01");
        var first = ask(customer());
        var second = ask(customer());
        assertThat(first.estimatedWaitSeconds()).isZero();
        assertThat(second.position()).isEqualTo(2);
        assertThat(second.estimatedWaitSeconds()).isPositive();
        leave("qa01");
        await().untilAsserted(() -> assertThat(
                        as(manager(), () -> queue.find(second.handoff().id())).estimatedWaitSeconds())
                .isNull());
    }

    private void forgetHowLongOthersWaited() {
        inAcme(() -> jdbc.sql("update handoff set entry_place = null where entry_place is not null")
                .update());
    }

    @Test
    void givesTheFreedSeatToTheNextInTheQueue() {
        connect("qa01");
        var first = ask(customer()).handoff().id();
        var second = ask(customer()).handoff().id();
        assertThat(state(second)).isEqualTo(HandoffState.PENDING);
        as(agent("qa01"), () -> answers.accept(first));
        as(agent("qa01"), () -> answers.complete(first, null, null));
        awaitAgent(second, "qa01");
    }

    @Test
    void offersNothingToAgentsOffShift() {
        hire("qa04", 5);
        inAcme(() -> jdbc.sql("delete from assignment where agent_id = 'qa04'").update());
        connect("qa04");
        assertThat(ask(customer()).handoff().state()).isEqualTo(HandoffState.TICKETED);
    }

    @Test
    void offersNothingToAgentsWhoAreOffline() {
        connect("qa01");
        inAcme(() -> {
            presence.choose("qa01", io.baton.presence.State.OFFLINE);
            return true;
        });
        assertThat(ask(customer()).handoff().state()).isEqualTo(HandoffState.TICKETED);
        inAcme(() -> {
            presence.choose("qa01", io.baton.presence.State.ONLINE);
            return true;
        });
    }

    @RepeatedTest(3)
    void opensOneTicketHoweverOftenTheButtonIsPressedAtOnce() throws Exception {
        var customer = customer();
        var conversation = conversation(customer);
        var request = new HandoffRequest("想和人说话", department(), Priority.NORMAL, Set.of());
        var pressed = Instant.now();
        Callable<UUID> press = () -> scope.call(customer, () -> requests.request(conversation, request, pressed))
                .handoff()
                .id();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new HashSet<UUID>();
            for (var answer : pool.invokeAll(Collections.nCopies(8, press))) {
                answers.add(answer.get());
            }
            answers.add(press.call());
            assertThat(answers).hasSize(1);
            assertThat(state(answers.iterator().next())).isEqualTo(HandoffState.TICKETED);
        }
    }

    @Test
    void asksAnewWhenTheButtonIsPressedOnceTheTicketIsKnown() {
        var customer = customer();
        var conversation = conversation(customer);
        var request = new HandoffRequest("想和人说话", department(), Priority.NORMAL, Set.of());
        var first = scope.call(customer, () -> requests.request(conversation, request, Instant.now()));
        connect("qa01");
        var second = scope.call(customer, () -> requests.request(conversation, request, Instant.now()));
        assertThat(first.handoff().state()).isEqualTo(HandoffState.TICKETED);
        assertThat(second.handoff().state()).isEqualTo(HandoffState.ASSIGNED);
    }

    @Test
    void knowsTheQueuesInWhichSomebodyWaitsAlsoWithoutAnEvent() {
        connect("qa01");
        ask(customer());
        ask(customer());
        assertThat(scope.call(ACME, repair::departments)).contains(department());
    }

    @Test
    void passesAnOfferOnWhenItsAgentIsLost() {
        connect("qa01");
        var id = ask(customer()).handoff().id();
        connect("qa02");
        leave("qa01");
        awaitAgent(id, "qa02");
        assertThat(active("qa01")).isZero();
        assertThat(now(id).trail().misses()).isZero();
    }

    @Test
    void leavesNobodyWaitingWhileAnEligibleAgentIsFree() throws Exception {
        connect("qa01", "qa02", "qa03");
        var random = new Random(7);
        try (var pool = Executors.newFixedThreadPool(6)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < 40; i++) {
                int seed = random.nextInt();
                running.add(pool.submit(() -> liveThrough(new Random(seed))));
            }
            for (var one : running) {
                one.get();
            }
        }
        await().untilAsserted(() -> {
            assertThat(inAcme(() -> matching.servable(department()))).isEmpty();
            for (var agent : List.of("qa01", "qa02", "qa03")) {
                assertThat(active(agent)).isEqualTo(held(agent));
            }
        });
    }

    /** Asks, and at random accepts, rejects, completes or cancels; what was lost in a race is refused, nothing else. */
    private void liveThrough(Random random) {
        var customer = customer();
        var handoff = ask(customer).handoff();
        for (int step = 0; step < 4; step++) {
            var agent = now(handoff.id()).agentId();
            int what = random.nextInt(4);
            if (agent == null || what == 0 && random.nextBoolean()) {
                attempt(customer, () -> requests.cancel(handoff.ask().conversationId()));
            } else if (what == 1) {
                attempt(agent(agent), () -> answers.reject(handoff.id(), null));
            } else if (what == 2) {
                attempt(agent(agent), () -> answers.accept(handoff.id()));
            } else {
                attempt(agent(agent), () -> answers.complete(handoff.id(), null, null));
            }
        }
    }

    private void attempt(Actor actor, Runnable work) {
        try {
            as(actor, work);
        } catch (Problem refused) {
            assertThat(refused.status()).isBetween(400, 499);
        } catch (org.camunda.bpm.engine.OptimisticLockingException lost) {
            assertThat(lost).isNotNull();
        }
    }

    private int held(String agent) {
        return inAcme(() -> table.heldBy(agent).size());
    }
}
