package io.baton.handoff;

import io.baton.chat.Conversations;
import io.baton.chat.Message;
import io.baton.rota.Agents;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Passes a served conversation on. The target holds a seat while being asked; who does not take it leaves the
 * conversation with the sender, who has kept the seat.
 */
@Component
class Transfers {

    private static final int CONTEXT = 10;
    private static final int EXCERPT = 300;

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

    /** Claims a seat of the best target who is free; false when there is none. */
    boolean passOn(UUID id, TransferTarget target) {
        var sender = Objects.requireNonNull(handoffs.get(id).agentId());
        for (var ranked : matching.rank(target.department(), handoffs.get(id))) {
            var agent = ranked.candidate();
            var wanted = target.agentId() == null || target.agentId().equals(agent.id());
            if (wanted
                    && !agent.id().equals(sender)
                    && seats.claim(turn.tenant(), agent.id(), agent.seat().max(), turn.now())) {
                var handoff = handoffs.lock(id);
                handoff.passOn(agent.id(), turn.actor(), turn.now());
                handoffs.save(handoff);
                return true;
            }
        }
        return false;
    }

    /** The target took it: conversation and context change hands, the sender's seat is free. */
    void move(UUID id) {
        var handoff = handoffs.lock(id);
        var from = handoff.agent();
        var to = agents.get(Objects.requireNonNull(handoff.now().trail().transferTo()));
        var ask = handoff.now().ask();
        var context = conversations.latest(ask.conversationId(), CONTEXT);
        seats.release(from);
        handoff.moveTo(new Offer(to.id(), HandoffScore.BY_HAND, turn.now(), turn.now()), to.department(), turn.actor());
        conversations.route(ask.conversationId(), to.department(), id);
        conversations.assign(ask.conversationId(), to.id());
        // before it is told, because the frame names the seq of this message
        conversations.post(
                ask.conversationId(),
                Texts.transferred(from, to.id(), ask, handoff.now().trail().note()) + "\n" + excerpt(context));
        handoffs.save(handoff);
    }

    /** The target did not take it, or there was none: the sender keeps it. */
    void sendBack(UUID id) {
        var handoff = handoffs.lock(id);
        if (handoff.now().state() == HandoffState.TRANSFERRED) {
            seats.release(Objects.requireNonNull(handoff.now().trail().transferTo()));
            handoff.sendBack(turn.actor(), turn.now());
            handoffs.save(handoff);
        }
    }

    private static String excerpt(List<Message> messages) {
        return messages.stream()
                .map(message -> message.senderType() + ": " + shortened(message.body()))
                .collect(Collectors.joining("\n"));
    }

    private static String shortened(String body) {
        return body.length() <= EXCERPT ? body : body.substring(0, EXCERPT) + "…";
    }
}
