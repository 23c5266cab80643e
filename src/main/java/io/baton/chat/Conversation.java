package io.baton.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's conversation as it is stored.
 *
 * @param department which department's managers may see it; absent before it was routed to one
 * @param handoffId the handoff that serves it now
 */
public record Conversation(
        UUID id,
        String number,
        UUID customerId,
        @Nullable String subject,
        @Nullable String category,
        State state,
        @Nullable String agentId,
        @Nullable String department,
        @Nullable UUID handoffId,
        long lastSeq,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        @Nullable Integer rating) {

    /** OPEN has no agent; CLOSED is final unless a ticket of it is taken up. */
    public enum State {
        OPEN,
        WITH_AGENT,
        CLOSED
    }

    /** One that is about to be opened. */
    record Draft(
            UUID id,
            UUID customerId,
            @Nullable String subject,
            @Nullable String category,
            Instant openedAt) {}

    public boolean isClosed() {
        return state == State.CLOSED;
    }
}
