package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.BatonTest;
import io.baton.chat.Conversation;
import io.baton.kernel.Actor;
import io.baton.ticket.NewTicket;
import io.baton.ticket.Ticket;
import io.baton.ticket.TicketPriority;
import io.baton.ticket.TicketState;
import io.baton.ticket.TicketWork;
import io.baton.ticket.Tickets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class TicketTakeUpTests extends HandoffScene {

    @Autowired
    Tickets tickets;

    @Autowired
    TicketWork work;

    private Actor customer = Actor.system(ACME);
    private UUID conversation = new UUID(0, 0);

    @Override
    String department() {
        return "vip";
    }

    @BeforeEach
    void somebodyAsked() {
        hire("tu01", 1);
        hire("tu02", 1);
        connect("tu01", "tu02");
        customer = customer();
        conversation = conversation(customer);
    }

    @Test
    void givesTheConversationToTheAgent() {
        var ticket = ticket();
        takeUp("tu01", ticket);
        assertThat(conversation(conversation).agentId()).isEqualTo("tu01");
        assertThat(active("tu01")).isEqualTo(1);
        assertThat(inAcme(() -> conversations.latest(conversation, 10)))
                .anyMatch(message -> message.body().contains(ticket.number()))
                .anyMatch(message -> message.body().contains("TU01"));
        var handoff = inAcme(() -> table.openOf(conversation).orElseThrow());
        as(agent("tu01"), () -> answers.complete(handoff.id(), "solved", null));
        assertThat(active("tu01")).isZero();
    }

    @Test
    void refusesWhoHasNoSeatAndChangesNothing() {
        takeUp("tu01", ticket());
        customer = customer();
        conversation = conversation(customer);
        var second = ticket();
        assertRefused("no_seat", "tu01", second);
        assertThat(active("tu01")).isEqualTo(1);
        assertThat(inAcme(() -> table.openOf(conversation))).isEmpty();
        assertThat(inAcme(() -> conversations.latest(conversation, 10))).isEmpty();
        assertThat(as(agent("tu01"), () -> tickets.get(second.id().toString())).state())
                .isEqualTo(TicketState.NEW);
    }

    @Test
    void goesBackToTheGroupWhenTheAgentIsLostForGood() {
        var ticket = ticket();
        takeUp("tu01", ticket);
        assertThat(inAcme(() -> tickets.open(ticket.about())))
                .returns(ticket.id(), Ticket::id)
                .returns(TicketState.NEW, Ticket::state)
                .returns(null, Ticket::assignee);
    }

    @Test
    void refusesWhileSomebodyIsBeingFoundForTheCustomer() {
        var ticket = ticket();
        ask(customer);
        assertRefused("handoff_open", "tu02", ticket);
    }

    @Test
    void opensTheConversationAgainThatHadEnded() {
        var ticket = ticket();
        inAcme(() -> {
            conversations.close(conversation, "idle");
            conversations.rate(conversation, 2, null);
            return true;
        });
        takeUp("tu01", ticket);
        var reopened = conversation(conversation);
        assertThat(reopened.state()).isEqualTo(Conversation.State.WITH_AGENT);
        assertThat(reopened.agentId()).isEqualTo("tu01");
        assertThat(reopened.closedAt()).isNull();
    }

    @Test
    void answersWhereTheCustomerTalksNow() {
        var ticket = ticket();
        inAcme(() -> {
            conversations.close(conversation, "customer");
            return true;
        });
        var next = conversation(customer);
        assertThat(next).isNotEqualTo(conversation);
        takeUp("tu01", ticket);
        assertThat(conversation(conversation).isClosed()).isTrue();
        assertThat(conversation(next).agentId()).isEqualTo("tu01");
    }

    @Test
    void lets20AgentsTakeItUpAtOnceAndOneHaveIt() throws Exception {
        var ticket = ticket();
        var taken = new ArrayList<Future<Boolean>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var agent = "tu0" + (1 + i % 2);
                taken.add(pool.submit(() -> {
                    try {
                        takeUp(agent, ticket);
                        return true;
                    } catch (io.baton.kernel.Problem refused) {
                        assertThat(refused.code()).isIn("handoff_open", "no_seat", "ticket_taken");
                        return false;
                    }
                }));
            }
        }
        assertThat(taken).extracting(Future::get).containsOnlyOnce(true);
        assertThat(active("tu01") + active("tu02")).isEqualTo(1);
    }

    private Ticket ticket() {
        return inAcme(() -> tickets.open(new NewTicket(
                conversation,
                new NewTicket.Customer(customer.id(), customer.name()),
                "退票",
                "怎么退票",
                department(),
                TicketPriority.NORMAL)));
    }

    private void takeUp(String agent, Ticket ticket) {
        as(agent(agent), () -> work.takeUp(ticket.id()));
    }

    private void assertRefused(String code, String agent, Ticket ticket) {
        assertThatThrownBy(() -> takeUp(agent, ticket)).hasFieldOrPropertyWithValue("code", code);
    }

    private Conversation conversation(UUID id) {
        return inAcme(() -> conversations.get(id));
    }
}
