package io.baton.handoff;

import io.baton.presence.Presence;
import io.baton.presence.State;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends offers that were not taken: the seat is free again and the request back at its original place. */
@Component
class Offers {

    private static final int MISSES_IN_A_ROW = 3;

    private final Handoffs handoffs;
    private final QueueTable queue;
    private final Seats seats;
    private final Presence presence;
    private final HandoffFrames frames;
    private final Turn turn;

    Offers(Handoffs handoffs, QueueTable queue, Seats seats, Presence presence, HandoffFrames frames, Turn turn) {
        this.handoffs = handoffs;
        this.queue = queue;
        this.seats = seats;
        this.presence = presence;
        this.frames = frames;
        this.turn = turn;
    }

    /** Shows the offer to the agent. */
    void ask(UUID id) {
        frames.offer(handoffs.get(id));
    }

    /** The agent said no, or Baton took the offer back. */
    void putBack(UUID id, OfferOutcome outcome) {
        var handoff = handoffs.lock(id);
        var agent = handoff.agent();
        remember(handoff, outcome);
        handoff.putBack(outcome, turn.actor(), turn.now(), handoff.now().trail().note());
        seats.release(agent);
        handoffs.save(handoff);
    }

    /** The agent did not answer; three times in a row mean that nobody sits there. */
    void miss(UUID id) {
        var agent = handoffs.lock(id).agent();
        putBack(id, OfferOutcome.MISSED);
        if (seats.missesInARow(agent) >= MISSES_IN_A_ROW) {
            presence.choose(agent, State.AWAY);
            seats.forgetMisses(agent);
        }
    }

    void remember(Handoff handoff, OfferOutcome outcome) {
        var offer = Objects.requireNonNull(handoff.now().offer());
        queue.remember(turn.tenant(), handoff.now().id(), offer, outcome, turn.now());
        seats.ended(offer.agentId(), outcome);
    }
}
