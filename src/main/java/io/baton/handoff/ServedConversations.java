package io.baton.handoff;

import io.baton.chat.Conversation;
import io.baton.chat.Conversations;
import io.baton.kernel.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the handoff of a conversation for whoever serves it, or leads its department; to all others it does not exist. */
@Component
class ServedConversations {

    private final HandoffTable table;
    private final Conversations conversations;
    private final Turn turn;

    ServedConversations(HandoffTable table, Conversations conversations, Turn turn) {
        this.table = table;
        this.conversations = conversations;
        this.turn = turn;
    }

    /** 404 {@code conversation_unknown}, 409 {@code conversation_closed}, or 409 {@code handoff_state} when nobody serves it. */
    HandoffSnapshot open(UUID conversation) {
        var found = conversations.find(conversation).orElseThrow(ServedConversations::unknown);
        var open = table.openOf(conversation);
        if (!concerns(found) && open.filter(this::serves).isEmpty()) {
            throw unknown();
        }
        if (found.isClosed()) {
            throw Problem.conflict("conversation_closed");
        }
        var handoff = open.orElseThrow(() -> Problem.conflict("handoff_state"));
        requireServing(handoff);
        return handoff;
    }

    void requireServing(HandoffSnapshot handoff) {
        if (!serves(handoff)) {
            throw unknown();
        }
    }

    private boolean serves(HandoffSnapshot handoff) {
        var actor = turn.actor();
        return actor.id().equals(handoff.agentId())
                || actor.leads(handoff.place().department());
    }

    private boolean concerns(Conversation conversation) {
        var actor = turn.actor();
        return actor.id().equals(conversation.agentId()) || actor.leads(conversation.department());
    }

    private static Problem unknown() {
        return Problem.notFound("conversation_unknown");
    }
}
