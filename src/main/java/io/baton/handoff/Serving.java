package io.baton.handoff;

import io.baton.chat.Conversations;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.ticket.NewTicket;
import io.baton.ticket.TicketPriority;
import io.baton.ticket.Tickets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What becomes of a request once an agent was found, or nobody was. A seat that is held is freed by exactly one of these
 * moves, in the transaction that moves the handoff.
 */
@Component
class Serving {

    private final Handoffs handoffs;
    private final Offers offers;
    private final Seats seats;
    private final Conversations conversations;
    private final Tickets tickets;
    private final Agents agents;
    private final Turn turn;

    Serving(
            Handoffs handoffs,
            Offers offers,
            Seats seats,
            Conversations conversations,
            Tickets tickets,
            Agents agents,
            Turn turn) {
        this.handoffs = handoffs;
        this.offers = offers;
        this.seats = seats;
        this.conversations = conversations;
        this.tickets = tickets;
        this.agents = agents;
        this.turn = turn;
    }

    /** Conversation, request and seat belong to the agent from here on. */
    void open(UUID id) {
        var handoff = handoffs.lock(id);
        var now = turn.now();
        handoff.accept(turn.actor(), now);
        handoff.begin(turn.actor(), now);
        offers.remember(handoff, OfferOutcome.ACCEPTED);
        var conversation = handoff.now().ask().conversationId();
        conversations.assign(
                conversation, handoff.agent(), handoff.now().place().department(), id);
        handoffs.save(handoff);
        conversations.post(conversation, Texts.taken(nameOf(handoff.agent())));
    }

    void pause(UUID id) {
        var handoff = handoffs.lock(id);
        handoff.pause(turn.actor(), turn.now());
        handoffs.save(handoff);
    }

    void resume(UUID id) {
        var handoff = handoffs.lock(id);
        handoff.resume(turn.actor(), turn.now());
        handoffs.save(handoff);
    }

    /** Back to the front of the queue with everything that was said, because the agent is gone; until when to try. */
    Instant requeue(UUID id, String why) {
        var handoff = handoffs.lock(id);
        // who was passed on to a department's queue waits there already
        if (handoff.now().state() != HandoffState.PENDING) {
            leave(handoff, why);
        }
        return turn.giveUpAt(handoff.now().place().department());
    }

    private void leave(Handoff handoff, String why) {
        var agent = handoff.agent();
        var conversation = handoff.now().ask().conversationId();
        seats.release(handoff.now().holders());
        stopTransfer(handoff, why);
        if (handoff.now().state() == HandoffState.IN_PROGRESS) {
            handoff.leave(why, turn.actor(), turn.now());
        }
        handoff.requeue(turn.actor(), turn.now());
        conversations.post(conversation, Texts.requeued(nameOf(agent)));
        conversations.release(conversation);
        handoffs.save(handoff);
    }

    /** Frees the seat, closes the conversation and asks for a rating. */
    void complete(UUID id, String reason) {
        var handoff = handoffs.lock(id);
        seats.release(handoff.now().holders());
        stopTransfer(handoff, reason);
        handoff.complete(reason, turn.actor(), turn.now());
        handoffs.save(handoff);
        conversations.close(handoff.now().ask().conversationId(), reason);
    }

    /** The customer no longer asks; whoever is being asked is told. */
    void cancel(UUID id, String reason) {
        var handoff = handoffs.lock(id);
        if (handoff.now().state().holdsSeat()) {
            seats.release(handoff.agent());
            offers.remember(handoff, OfferOutcome.WITHDRAWN);
        }
        handoff.cancel(reason, turn.actor(), turn.now());
        handoffs.save(handoff);
    }

    /** A ticket keeps the question; the customer keeps the conversation. */
    void ticket(UUID id) {
        var handoff = handoffs.lock(id);
        var state = handoff.now().state();
        if (state == HandoffState.ASSIGNED) {
            offers.remember(handoff, OfferOutcome.WITHDRAWN);
        }
        var ask = handoff.now().ask();
        var ticket = tickets.open(new NewTicket(
                ask.conversationId(),
                new NewTicket.Customer(ask.customer().id(), ask.customer().name()),
                ask.subject(),
                ask.reason(),
                handoff.now().place().department(),
                TicketPriority.valueOf(handoff.now().place().priority().name())));
        if (state.holdsSeat()) {
            seats.release(handoff.agent());
            conversations.release(ask.conversationId());
        }
        handoff.ticket(new Outcome.TicketRef(ticket.id(), ticket.number()), turn.actor(), turn.now());
        handoffs.save(handoff);
        conversations.post(ask.conversationId(), Texts.ticketed(ticket.number()));
    }

    private String nameOf(String agent) {
        return agents.find(agent).map(Agent::name).orElseGet(() -> agent.toUpperCase(Locale.ROOT));
    }

    private void stopTransfer(Handoff handoff, String reason) {
        if (handoff.now().trail().transferTo() != null) {
            handoff.sendBack(OfferOutcome.WITHDRAWN, reason, turn.actor(), turn.now());
        }
    }
}
