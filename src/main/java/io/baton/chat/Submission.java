package io.baton.chat;

import io.baton.kernel.Tenant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to the database.
 *
 * @param author of whom the sender was authenticated to be one
 * @param origin the connection it came from, which gets ACK where all others get TEXT
 * @param deadline until when it is tried, on the scale of {@link System#nanoTime()}
 * @param outcome the stored message, or why it was not stored
 */
record Submission(
        Tenant tenant,
        Party author,
        Messages.Draft draft,
        @Nullable Device origin,
        long deadline,
        CompletableFuture<Message> outcome) {

    /** What makes two submissions the same message. */
    record Key(UUID conversationId, UUID id) {}

    Key key() {
        return new Key(draft.conversationId(), draft.id());
    }

    boolean isOverdue() {
        return System.nanoTime() - deadline > 0;
    }
}
