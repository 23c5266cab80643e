package io.baton.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.identity.Now;
import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Several people want the same ticket at the same instant, and whoever goes on with a conversation may refuse. */
@BatonTest
class TicketTakeUpTests extends TicketScene {

    private static final int AT_ONCE = 8;

    @Autowired
    private TicketTable table;

    @Autowired
    private TicketSearch search;

    @Autowired
    private TicketNoteTable noteTable;

    @Autowired
    private TicketTerms terms;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private Tenants tenants;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private Now now;

    private final List<TicketTakenUp> followed = new CopyOnWriteArrayList<>();
    private boolean full;
    private TicketWork work;

    /** The one who goes on with the conversation is this test. */
    @BeforeEach
    void follow() {
        var own = new Tickets(table, search, terms, tenants, this::follow, now);
        work = new TicketWork(own, new TicketNotes(own, noteTable), colleagues, terms, now);
    }

    private void follow(Object event) {
        if (!(event instanceof TicketTakenUp taken)) {
            publisher.publishEvent(event);
        } else if (full) {
            throw Problem.conflict("no_seat");
        } else {
            followed.add(taken);
        }
    }

    @RepeatedTest(5)
    void goesToOneOfManyAtTheSameInstant() throws Exception {
        var ticket = open("vip", "抢");
        var agents = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> Samples.person("kf9" + i, "坐席" + i, "vip", Role.CUSTOMER_SERVICE))
                .toList();
        var outcomes = atOnce(agents, agent -> as(agent, () -> work.takeUp(ticket.id())));

        assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("ticket_taken"::equals).hasSize(AT_ONCE - 1);
        var stored = as(Samples.HE_XIN, () -> tickets.get(ticket.id().toString()));
        assertThat(stored.state()).isEqualTo(TicketState.OPEN);
        assertThat(followed).singleElement().satisfies(event -> {
            assertThat(event.ticket()).isEqualTo(stored);
            assertThat(stored.assignee()).isEqualTo(Assignee.of(event.actor()));
        });
    }

    @RepeatedTest(3)
    void isChangedByOneOfManyWhoSawTheSameVersion() throws Exception {
        var ticket = open("vip", "改");
        var agents = IntStream.range(0, AT_ONCE).mapToObj(i -> Samples.HE_XIN).toList();
        var outcomes = atOnce(
                agents, agent -> as(agent, () -> work.prioritize(ticket.id(), ticket.version(), TicketPriority.HIGH)));
        assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("changed_meanwhile"::equals).hasSize(AT_ONCE - 1);
    }

    @Test
    void changesNothingWhenTheConversationCannotGoOn() {
        var ticket = open("vip", "满");
        full = true;
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> as(Samples.HE_XIN, () -> work.takeUp(ticket.id())))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("no_seat"));
        assertThat(as(Samples.HE_XIN, () -> tickets.get(ticket.id().toString())))
                .isEqualTo(ticket);
        assertThat(trail(ticket)).containsExactly("TicketOpened");
    }

    @Test
    void isPossibleAgainForWhoeverHasItOnly() {
        var ticket = open("vip", "再");
        as(Samples.HE_XIN, () -> work.takeUp(ticket.id()));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> as(Samples.LIN_TAO, () -> work.takeUp(ticket.id())))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("ticket_taken"));
        assertThat(as(Samples.HE_XIN, () -> work.takeUp(ticket.id())).version()).isEqualTo(2);
        assertThat(state("kf017", ticket, "PENDING").status()).isEqualTo(200);
        assertThat(as(Samples.HE_XIN, () -> work.takeUp(ticket.id())).state()).isEqualTo(TicketState.OPEN);
        assertThat(followed).hasSize(3).allMatch(event -> event.ticket().state() == TicketState.OPEN);
        assertThat(trail(ticket)).containsExactly("TicketOpened", "TicketAssigned", "TicketPended", "TicketReopened");
    }

    private static List<String> trail(Ticket ticket) {
        return Http.as("acme.auditor")
                .get("/api/v1/audit/ticket/" + ticket.id())
                .json()
                .findValuesAsText("what");
    }

    private static List<String> atOnce(List<Actor> actors, Consumer<Actor> attempt) throws Exception {
        var barrier = new CyclicBarrier(actors.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = actors.stream()
                    .map(actor -> (Callable<String>) () -> {
                        barrier.await();
                        try {
                            attempt.accept(actor);
                            return "won";
                        } catch (Problem refused) {
                            return refused.code();
                        }
                    })
                    .toList();
            var outcomes = new ArrayList<String>();
            for (Future<String> done : threads.invokeAll(calls)) {
                outcomes.add(done.get());
            }
            return outcomes;
        }
    }
}
