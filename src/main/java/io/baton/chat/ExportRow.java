package io.baton.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as an export lists it, without what was said in it.
 *
 * @param agent the person id of the agent who has it or had it last
 * @param messages how many there are
 */
public record ExportRow(
        UUID id,
        String number,
        String customer,
        @Nullable String externalId,
        @Nullable String subject,
        @Nullable String category,
        Conversation.State state,
        @Nullable String agent,
        @Nullable String department,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        long messages,
        @Nullable Integer rating,
        @Nullable String ratingComment) {}
