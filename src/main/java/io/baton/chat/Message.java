package io.baton.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * A committed message.
 *
 * @param id the sender's own id of it, unique in the conversation
 * @param seq its place in the conversation, from 1 without gaps
 */
public record Message(
        UUID id,
        UUID conversationId,
        long seq,
        SenderType senderType,
        String senderId,
        String body,
        String contentType,
        Instant sentAt,
        boolean masked) {

    public ServerFrame.Text frame() {
        return new ServerFrame.Text(id, conversationId, seq, senderType, senderId, body, contentType, sentAt, masked);
    }
}
