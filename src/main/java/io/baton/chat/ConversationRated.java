package io.baton.chat;

import io.baton.kernel.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer said what a conversation was worth, for the first time or once more.
 *
 * @param agentId who had the conversation when it ended; absent when nobody had
 * @param before the stars it was given before; absent the first time
 * @param score 1 to 5 stars
 */
public record ConversationRated(
        Actor actor,
        UUID conversationId,
        @Nullable String agentId,
        @Nullable Integer before,
        int score) {}
