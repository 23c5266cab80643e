package io.baton.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is not served.
 *
 * @param subject a customer's id, or an address or a range of addresses as CIDR
 * @param reason for the own people, never shown to the customer
 * @param until when it ends by itself; absent for never
 */
public record Block(
        UUID id,
        Kind kind,
        String subject,
        String reason,
        String blockedBy,
        Instant blockedAt,
        @Nullable Instant until) {

    /** What is blocked. */
    public enum Kind {
        CUSTOMER,
        ADDRESS
    }

    boolean holdsAt(Instant now) {
        return until == null || until.isAfter(now);
    }
}
