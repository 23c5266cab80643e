package io.baton.ticket;

import java.time.Instant;
import java.util.UUID;

/** What somebody who works here wrote to a ticket; never changed, never shown to customers. */
public record TicketNote(UUID id, UUID ticketId, String author, String authorName, Instant at, String text) {

    /** The longest note, in characters. */
    public static final int MOST = 10_000;

    public TicketNote {
        text = Bounds.text("text", text, MOST);
    }
}
