package io.baton.handoff;

import io.baton.chat.Conversations;
import io.baton.chat.Party;
import io.baton.identity.ByKey;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the answers of agents. Who is not asked is refused: 409 {@code expired} when it was too late, {@code taken} when
 * somebody else has it, 403 {@code not_yours} when one never was asked.
 */
@Component
public class HandoffAnswers {

    private final Handoffs handoffs;
    private final QueueTable queue;
    private final HandoffProcess process;
    private final Conversations conversations;
    private final Turn turn;

    HandoffAnswers(
            Handoffs handoffs, QueueTable queue, HandoffProcess process, Conversations conversations, Turn turn) {
        this.handoffs = handoffs;
        this.queue = queue;
        this.process = process;
        this.conversations = conversations;
        this.turn = turn;
    }

    /** The agent takes what is offered; saying so twice is the same as once. */
    @ByKey
    public void accept(UUID id) {
        var handoff = handoffs.lock(id).now();
        var agent = turn.actor().id();
        if (isAsked(handoff, agent)) {
            process.accept(id);
        } else if (!agent.equals(handoff.agentId()) || handoff.state().isFinal()) {
            throw refusal(handoff, agent);
        }
    }

    /** The agent declines; the request goes on to the next. */
    @ByKey
    public void reject(UUID id, @Nullable String reason) {
        var handoff = handoffs.lock(id);
        var agent = turn.actor().id();
        if (!isAsked(handoff.now(), agent)) {
            throw refusal(handoff.now(), agent);
        }
        handoff.note(reason == null ? "" : reason);
        handoffs.save(handoff);
        process.reject(id, false);
    }

    /**
     * Ends a served conversation: its agent, its customer, or who leads the department. A note is kept for the own people,
     * who alone may write one. Answers with the handoff as it has ended.
     */
    @ByKey
    public HandoffView complete(UUID id, @Nullable String reason, @Nullable String note) {
        var handoff = handoffs.lock(id).now();
        if (!mayEnd(handoff, turn.actor())) {
            throw Problem.notFound("handoff_unknown");
        }
        if (handoff.state().waits() || handoff.state().isFinal()) {
            throw Problem.conflict("handoff_state");
        }
        if (Party.of(turn.actor()).kind() == Party.Kind.AGENT) {
            conversations.remark(handoff.ask().conversationId(), note);
        }
        process.complete(id, reason == null || reason.isBlank() ? "completed" : reason);
        return HandoffView.of(handoffs.get(id), null);
    }

    private static boolean mayEnd(HandoffSnapshot handoff, Actor actor) {
        return actor.isSystem()
                || actor.id().equals(handoff.agentId())
                || actor.id().equals(handoff.ask().customer().id())
                || actor.leads(handoff.place().department());
    }

    private static boolean isAsked(HandoffSnapshot handoff, String agent) {
        return switch (handoff.state()) {
            case ASSIGNED -> agent.equals(handoff.agentId());
            case TRANSFERRED -> agent.equals(handoff.trail().transferTo());
            default -> false;
        };
    }

    private Problem refusal(HandoffSnapshot handoff, String agent) {
        if (!queue.wasOffered(handoff.id(), agent)) {
            return Problem.forbidden("not_yours");
        }
        return Problem.conflict(handoff.state().holdsSeat() && !agent.equals(handoff.agentId()) ? "taken" : "expired");
    }
}
