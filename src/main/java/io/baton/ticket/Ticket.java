package io.baton.ticket;

import io.baton.kernel.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's open question with its number; once resolved it never changes again. */
public record Ticket(
        UUID id,
        String number,
        NewTicket about,
        Instant createdAt,
        @Nullable Resolution resolution) {

    /** Who settled it, when and how. */
    public record Resolution(String by, String note, Instant at) {}

    public TicketState state() {
        return resolution == null ? TicketState.OPEN : TicketState.RESOLVED;
    }

    /** The resolved ticket; refuses a second resolution with 409 {@code ticket_resolved}. */
    Ticket resolve(String by, String note, Instant at) {
        if (resolution != null) {
            throw Problem.conflict("ticket_resolved");
        }
        return new Ticket(id, number, about, createdAt, new Resolution(by, note, at));
    }
}
