package io.baton.handoff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a handoff went on after the queue. */
public record Outcome(
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable TicketRef ticket) {

    /** The ticket that was opened instead. */
    public record TicketRef(UUID id, String number) {}

    static final Outcome OPEN = new Outcome(null, null, null, null);

    Outcome accepted(Instant at) {
        return new Outcome(acceptedAt == null ? at : acceptedAt, null, null, null);
    }

    Outcome ended(Instant at, String why) {
        return new Outcome(acceptedAt, at, why, null);
    }

    Outcome ticketed(Instant at, TicketRef opened) {
        return new Outcome(acceptedAt, at, "ticket", opened);
    }
}
