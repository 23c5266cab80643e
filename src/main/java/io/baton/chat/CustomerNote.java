package io.baton.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who works here wrote down of a customer; never changed, never shown to customers, never a message.
 *
 * @param conversationId of which conversation it is; absent when it is of the customer
 * @param number that of the conversation
 */
public record CustomerNote(
        UUID id,
        UUID customerId,
        @Nullable UUID conversationId,
        @Nullable String number,
        String author,
        String authorName,
        Instant at,
        String text) {

    /** The longest note, in characters. */
    public static final int LONGEST = 10_000;
}
