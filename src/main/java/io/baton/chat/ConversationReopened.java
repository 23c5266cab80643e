package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import java.util.UUID;

/** A conversation that had ended goes on. */
public record ConversationReopened(Actor actor, UUID conversationId, UUID customerId, Instant at) implements Recorded {

    @Override
    public String kind() {
        return "conversation";
    }

    @Override
    public String subjectId() {
        return conversationId.toString();
    }

    @Override
    public String before() {
        return Conversation.State.CLOSED.name();
    }

    @Override
    public String after() {
        return Conversation.State.OPEN.name();
    }
}
