package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation has ended, for whatever reason.
 *
 * @param agentId the agent who had it at the end
 * @param handoffId the handoff that served it until then
 * @param note what the own people remarked to the reason
 */
public record ConversationClosed(
        Actor actor,
        UUID conversationId,
        UUID customerId,
        @Nullable String agentId,
        @Nullable String department,
        @Nullable UUID handoffId,
        String before,
        String reason,
        @Nullable String note,
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
    public @Nullable String owner() {
        return agentId;
    }

    @Override
    public String after() {
        return Conversation.State.CLOSED.name();
    }

    @Override
    public String comment() {
        return note == null ? reason : reason + ": " + note;
    }
}
