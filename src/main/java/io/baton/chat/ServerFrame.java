package io.baton.chat;

import io.baton.presence.Light;
import io.baton.presence.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything the server may say. A frame's type is its name in upper snake case; absent fields are left out. */
public sealed interface ServerFrame {

    /** The first frame: who this is, and the newest seq of each open conversation the user takes part in. */
    record Ready(String userId, String role, String tenant, String node, Map<UUID, Long> heads, Instant serverTime)
            implements ServerFrame {}

    /** For a message: it is committed. For another command: it is done. */
    record Ack(
            String id,
            @Nullable UUID conversationId,
            @Nullable Long seq,
            @Nullable Instant sentAt) implements ServerFrame {

        public static Ack done(String id) {
            return new Ack(id, null, null, null);
        }
    }

    /** A committed message. */
    record Text(
            UUID id,
            UUID conversationId,
            long seq,
            SenderType senderType,
            String senderId,
            String body,
            String contentType,
            Instant sentAt,
            boolean masked)
            implements ServerFrame {}

    /** Somebody else writes; what an agent writes is never shown to the customer before it is sent. */
    record Typing(
            UUID conversationId,
            SenderType senderType,
            String senderId,
            @Nullable String preview) implements ServerFrame {}

    /** A participant, perhaps on another device, has read up to {@code seq}. */
    record Read(UUID conversationId, SenderType senderType, String senderId, long seq) implements ServerFrame {}

    /** A page of the answer to SYNC, in order; {@code more} says that the client should ask again. */
    record Messages(UUID conversationId, List<Text> messages, boolean more) implements ServerFrame {}

    /** The answer to PING; the heads let a client notice a missing tail. */
    record Pong(Instant serverTime, Map<UUID, Long> heads) implements ServerFrame {}

    /** The presence of an agent whom this user may see. */
    record Presence(String agentId, State state, boolean onShift, Light light) implements ServerFrame {}

    /** The rota was changed between these days, both included. */
    record Rota(LocalDate from, LocalDate to) implements ServerFrame {}

    /** The floor of a department that this user leads has changed. */
    record Floor(String department) implements ServerFrame {}

    /** An offer. */
    record HandoffRequest(
            UUID handoffId,
            UUID conversationId,
            String reason,
            String priority,
            Map<String, Object> customer,
            Score score,
            String summary,
            Instant expiresAt)
            implements ServerFrame {

        /** Why this agent: the total, what each part gave, and how the department chose; absent when a person did. */
        public record Score(
                double total,
                Map<String, Double> parts,
                @Nullable String strategy) {}
    }

    /** The place in the queue and the honest wait; absent when it cannot be told. */
    record HandoffQueued(
            UUID handoffId, int position, @Nullable Long estimatedWaitSeconds) implements ServerFrame {}

    /** A person has taken the conversation. */
    record HandoffAccepted(UUID handoffId, UUID conversationId, Agent agent) implements ServerFrame {

        public record Agent(String name, @Nullable String avatar) {}
    }

    /** The offer was withdrawn or the customer left. */
    record HandoffCancelled(UUID handoffId, String reason) implements ServerFrame {}

    /** The agent's connection was lost. */
    record HandoffPaused(UUID handoffId) implements ServerFrame {}

    /** The agent is back. */
    record HandoffResumed(UUID handoffId) implements ServerFrame {}

    /** The handoff is over, perhaps with a ticket. */
    record HandoffCompleted(
            UUID handoffId,
            UUID conversationId,
            String reason,
            @Nullable UUID ticketId,
            @Nullable String ticketNumber) implements ServerFrame {}

    /** The conversation has changed hands; {@code seq} is the message that names the new agent. */
    record Transferred(UUID conversationId, String from, String to, long seq) implements ServerFrame {}

    /** Something to be told, kept until it was read. */
    record Notice(UUID noticeId, String kind, String title, String link) implements ServerFrame {}

    /** Another device took over; close 4001 follows. */
    record Kicked(String reason) implements ServerFrame {}

    /** A refusal; {@code id} is that of the frame it answers. */
    record Error(
            String code,
            String message,
            @Nullable String id,
            @Nullable Long retryAfterMs) implements ServerFrame {}
}
