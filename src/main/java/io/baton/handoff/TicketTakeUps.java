package io.baton.handoff;

import io.baton.chat.Conversation;
import io.baton.chat.Conversations;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.rota.Agents;
import io.baton.ticket.NewTicket;
import io.baton.ticket.TicketTakenUp;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Goes on in the conversation of a ticket with the agent who takes it up, in the transaction of that: with 409
 * {@code handoff_open} when somebody is being found or serves there, and with 409 {@code no_seat} when the agent has as many
 * conversations as allowed, nothing is taken up.
 */
@Component
class TicketTakeUps {

    private final Handoffs handoffs;
    private final Conversations conversations;
    private final Seats seats;
    private final Agents agents;
    private final HandoffProcess process;
    private final Turn turn;

    TicketTakeUps(
            Handoffs handoffs,
            Conversations conversations,
            Seats seats,
            Agents agents,
            HandoffProcess process,
            Turn turn) {
        this.handoffs = handoffs;
        this.conversations = conversations;
        this.seats = seats;
        this.agents = agents;
        this.process = process;
        this.turn = turn;
    }

    @EventListener
    void on(TicketTakenUp event) {
        var about = event.ticket().about();
        var thread = thread(about.conversationId()).id();
        var agent = event.actor().id();
        var now = turn.now();
        var handoff = Handoff.takeUp(
                Ids.next(),
                ask(thread, about),
                Place.entering(
                        about.department(), Priority.valueOf(about.priority().name()), now),
                new Offer(agent, HandoffScore.BY_HAND, now, now),
                event.actor());
        if (!handoffs.add(handoff)) {
            throw Problem.conflict("handoff_open");
        }
        claim(agent);
        conversations.reopen(thread);
        conversations.post(thread, Texts.takenUp(event.ticket().number()));
        process.takeUp(handoff.now().id(), about.department());
    }

    /** The ticket's own; but a customer who has begun another one meanwhile is to be answered there. */
    private Conversation thread(UUID id) {
        var own = conversations.get(id);
        return own.isClosed() ? conversations.openOf(own.customerId()).orElse(own) : own;
    }

    private static Ask ask(UUID conversation, NewTicket about) {
        var customer = about.customer();
        return new Ask(
                conversation,
                new Ask.Customer(customer.id(), customer.name()),
                about.subject(),
                about.reason(),
                Set.of());
    }

    /** A manager who takes no conversations otherwise has a seat by own hand. */
    private void claim(String person) {
        var agent = agents.find(person);
        if (agent.isEmpty()) {
            seats.claimByHand(turn.tenant(), person, 0, turn.now());
        } else if (!seats.claim(turn.tenant(), person, agent.get().maxConversations(), turn.now())) {
            throw Problem.conflict("no_seat");
        }
    }
}
