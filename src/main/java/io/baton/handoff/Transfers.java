package io.baton.handoff;

import io.baton.chat.Conversations;
import io.baton.rota.Agents;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Passes a served conversation on. The target holds a seat while being asked; who does not take it leaves the conversation
 * with the sender, who has kept the seat. What is said to the customer names the new agent and nothing else: the note and
 * all context are read by agents from {@link HandoffContexts}.
 */
@Component
class Transfers {

    /** What came of the wish to pass a conversation on. */
    record Asked(boolean found, boolean auto, boolean queued) {
        static final Asked NOBODY = new Asked(false, false, false);
        static final Asked QUEUED = new Asked(false, false, true);
    }

    private final Handoffs handoffs;
    private final Matching matching;
    private final Seats seats;
    private final Agents agents;
    private final Conversations conversations;
    private final Turn turn;

    Transfers(
            Handoffs handoffs, Matching matching, Seats seats, Agents agents, Conversations conversations, Turn turn) {
        this.handoffs = handoffs;
        this.matching = matching;
        this.seats = seats;
        this.agents = agents;
        this.conversations = conversations;
        this.turn = turn;
    }

    /** Claims a seat of the best target who is free; when there is none the customer waits there, if that is wanted. */
    Asked passOn(UUID id, TransferTarget target) {
        var before = handoffs.get(id);
        for (var ranked : matching.rank(target.department(), before)) {
            var agent = ranked.candidate();
            if (target.means(agent)
                    && !agent.id().equals(before.agentId())
                    && seats.claim(turn.tenant(), agent.id(), agent.seat().max(), turn.now())) {
                var now = turn.now();
                var until = now.plus(turn.deadlines().transferTimeout());
                var handoff = handoffs.lock(id);
                handoff.passOn(new HandoffSnapshot.Transfer(agent.id(), now, until), turn.actor());
                handoffs.save(handoff);
                return new Asked(true, agent.autoAccept(), false);
            }
        }
        return target.queue() ? queue(id, target) : Asked.NOBODY;
    }

    /** The target took it: the conversation changes hands, the sender's seat is free. */
    void move(UUID id) {
        var handoff = handoffs.lock(id);
        var from = handoff.agent();
        var to = agents.get(handoff.asked().agentId());
        var conversation = handoff.now().ask().conversationId();
        seats.release(from);
        handoff.moveTo(new Offer(to.id(), HandoffScore.BY_HAND, turn.now(), turn.now()), to.department(), turn.actor());
        conversations.assign(conversation, to.id(), to.department(), id);
        // before it is told, because the frame names the seq of this message
        conversations.post(conversation, Texts.joined(to.name()));
        handoffs.save(handoff);
    }

    /** The target did not take it, or there was none: the sender keeps it. */
    void sendBack(UUID id, OfferOutcome outcome) {
        var handoff = handoffs.lock(id);
        if (handoff.now().state() == HandoffState.TRANSFERRED) {
            seats.release(handoff.asked().agentId());
            var why = outcome == OfferOutcome.REJECTED ? handoff.now().trail().note() : null;
            handoff.sendBack(outcome, why, turn.actor(), turn.now());
            handoffs.save(handoff);
        }
    }

    private Asked queue(UUID id, TransferTarget target) {
        var handoff = handoffs.lock(id);
        var conversation = handoff.now().ask().conversationId();
        seats.release(handoff.agent());
        handoff.queueFor(target, turn.actor(), turn.now());
        conversations.route(conversation, target.department(), id);
        conversations.release(conversation);
        conversations.post(conversation, Texts.passedOn());
        handoffs.save(handoff);
        return Asked.QUEUED;
    }
}
