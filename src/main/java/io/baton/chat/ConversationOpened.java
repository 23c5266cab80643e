package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer began a conversation. */
public record ConversationOpened(
        Actor actor,
        UUID conversationId,
        UUID customerId,
        @Nullable String subject,
        @Nullable String category,
        Instant at)
        implements Recorded {

    @Override
    public String kind() {
        return "conversation";
    }

    @Override
    public String subjectId() {
        return conversationId.toString();
    }

    @Override
    public String after() {
        return Conversation.State.OPEN.name();
    }
}
