package io.baton.handoff;

import io.baton.chat.Conversation;
import io.baton.identity.ByKey;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes requests for a person in, and back. Refuses before anything begins: 404 for a conversation one has no part in, 409
 * when it is closed, 403 {@code blocked}, 429 above {@value #PER_MINUTE} a minute. A conversation has one open request:
 * asking again, even at the same moment, answers with that one; and with the ticket, when one came of it after the button was
 * pressed again: a button that is pressed twice is one question.
 */
@Component
public class HandoffRequests {

    private static final int PER_MINUTE = 3;

    private final Handoffs handoffs;
    private final HandoffTable table;
    private final HandoffProcess process;
    private final Routing routing;
    private final Arrivals arrivals;
    private final Turn turn;

    HandoffRequests(
            Handoffs handoffs,
            HandoffTable table,
            HandoffProcess process,
            Routing routing,
            Arrivals arrivals,
            Turn turn) {
        this.handoffs = handoffs;
        this.table = table;
        this.process = process;
        this.routing = routing;
        this.arrivals = arrivals;
        this.turn = turn;
    }

    /**
     * Everybody who waits, and so the request's place, is as of the moment of the answer.
     *
     * @param pressed when the customer asked, however long that had to wait for its turn
     */
    @ByKey
    public HandoffView request(UUID conversationId, HandoffRequest request, Instant pressed) {
        var conversation = routing.mine(conversationId);
        table.holdAsking(conversationId);
        var asked = table.newestOf(conversationId).filter(newest -> isTheSameQuestion(newest, pressed));
        if (asked.isPresent()) {
            return arrivals.view(asked.get());
        }
        refuse(conversation);
        var customer = routing.customer(conversation);
        var handoff = Handoff.request(
                Ids.next(),
                routing.ask(conversation, customer, request),
                routing.place(conversation, customer, request),
                turn.actor());
        if (!handoffs.add(handoff)) {
            return arrivals.view(table.openOf(conversationId).orElseThrow(() -> Problem.conflict("handoff_open")));
        }
        process.start(handoff.now().id(), handoff.now().place().department());
        return arrivals.arrived(handoffs.get(handoff.now().id()));
    }

    /** The customer no longer asks; 409 {@code handoff_state} once an agent has taken over, 404 when nothing is open. */
    @ByKey
    public void cancel(UUID conversationId) {
        routing.mine(conversationId);
        var open = table.openOf(conversationId).orElseThrow(() -> Problem.notFound("handoff_unknown"));
        var handoff = handoffs.lock(open.id()).now();
        if (!handoff.state().waits() || !process.cancel(handoff.id(), "customer")) {
            throw Problem.conflict("handoff_state");
        }
    }

    private static boolean isTheSameQuestion(HandoffSnapshot newest, Instant pressed) {
        var ended = newest.outcome().endedAt();
        return !newest.state().isFinal()
                || (newest.state() == HandoffState.TICKETED && ended != null && !ended.isBefore(pressed));
    }

    private void refuse(Conversation conversation) {
        if (conversation.isClosed()) {
            throw Problem.conflict("conversation_closed");
        }
        var customer = conversation.customerId().toString();
        if (table.blocks(customer)) {
            throw Problem.forbidden("blocked");
        }
        if (table.requestsSince(customer, turn.now().minus(Duration.ofMinutes(1))) >= PER_MINUTE) {
            throw Problem.tooMany("handoff_too_often", 60);
        }
    }
}
