package io.baton.chat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a client may say. A frame's type is its name in upper snake case; a frame that breaks its own bounds cannot
 * be made and is answered with ERROR {@code invalid}.
 */
public sealed interface ClientFrame {

    int BODY = 8_000;
    int PREVIEW = 500;
    int CONVERSATIONS = 100;
    int PAGE = 200;

    /** The client's own id of the frame; an answer names it. */
    @Nullable
    String id();

    /** Sends a message; the same id again is the same message. */
    record Text(
            String id,
            UUID conversationId,
            String body,
            @Nullable String contentType) implements ClientFrame {
        public Text {
            Bounds.uuid("id", id);
            Bounds.text("body", body, 1, BODY);
            Bounds.clientType(contentType);
        }
    }

    /** The sender writes at this moment; never stored. */
    record Typing(
            @Nullable String id,
            UUID conversationId,
            @Nullable String preview) implements ClientFrame {
        public Typing {
            Bounds.optional("preview", preview, PREVIEW);
        }
    }

    /** All messages up to {@code seq} were read. */
    record Read(@Nullable String id, UUID conversationId, long seq) implements ClientFrame {
        public Read {
            Bounds.atLeast("seq", seq, 1);
        }
    }

    /** Asks for what came after the given seq of each conversation, in pages of at most {@code limit}. */
    record Sync(
            @Nullable String id,
            Map<UUID, Long> conversations,
            @Nullable Integer limit) implements ClientFrame {
        public Sync {
            Bounds.atMost("conversations", conversations.size(), CONVERSATIONS);
            conversations.values().forEach(seq -> Bounds.atLeast("conversations", seq, 0));
            if (limit != null) {
                Bounds.atLeast("limit", limit, 1);
            }
            conversations = Map.copyOf(conversations);
        }

        public int page() {
            return limit == null ? PAGE : Math.min(limit, PAGE);
        }
    }

    /** Proves that the client lives. */
    record Ping(@Nullable String id) implements ClientFrame {}

    /** An agent's own choice: {@code ONLINE}, {@code AWAY} or {@code OFFLINE}. */
    record Presence(@Nullable String id, io.baton.presence.State state) implements ClientFrame {}

    /** Takes an offered conversation. */
    record HandoffAccept(String id, UUID handoffId) implements ClientFrame {
        public HandoffAccept {
            Bounds.text("id", id, 1, 64);
        }
    }

    /** Declines an offered conversation. */
    record HandoffReject(
            String id, UUID handoffId, @Nullable String reason) implements ClientFrame {
        public HandoffReject {
            Bounds.text("id", id, 1, 64);
            Bounds.optional("reason", reason, 500);
        }
    }
}
