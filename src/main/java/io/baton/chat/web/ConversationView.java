package io.baton.chat.web;

import io.baton.chat.Conversation;
import io.baton.chat.SenderType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a list shows it: who, how far, what was said last.
 *
 * @param customerReadSeq how far the customer has read
 * @param waitingSince when the customer wrote what nobody has answered yet
 * @param topicVersion the version of subject and category, for {@code If-Match}
 * @param tags not shown to customers, who get none
 * @param closeNote not shown to customers
 */
record ConversationView(
        UUID id,
        String number,
        @Nullable String subject,
        @Nullable String category,
        Conversation.State state,
        Customer customer,
        @Nullable Agent agent,
        @Nullable String department,
        @Nullable UUID handoffId,
        long lastSeq,
        long readSeq,
        long unread,
        long customerReadSeq,
        @Nullable Instant waitingSince,
        @Nullable LastMessage lastMessage,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        @Nullable Integer rating,
        int topicVersion,
        List<String> tags,
        @Nullable String closeNote) {

    record Customer(
            UUID id,
            String name,
            Map<String, String> attributes,
            @Nullable String page) {}

    record Agent(String id, String name) {}

    record LastMessage(SenderType senderType, String body, String contentType, Instant sentAt) {}
}
