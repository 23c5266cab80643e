package io.baton.ticket;

import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notes of tickets: written by whoever works on one, read by whoever may see it, never changed. */
@Component
@Transactional
public class TicketNotes {

    /** The most notes of a ticket. */
    public static final int MOST = 500;

    private final Tickets tickets;
    private final TicketNoteTable table;

    TicketNotes(Tickets tickets, TicketNoteTable table) {
        this.tickets = tickets;
        this.table = table;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<TicketNote> of(Ticket ticket) {
        return table.of(ticket.id());
    }

    /** Writes one; 409 {@code ticket_notes_full} when there are {@value #MOST}. */
    public TicketNote add(UUID id, String text) {
        return add(tickets.hold(id), text);
    }

    /** Writes one to a ticket that is held. */
    TicketNote add(Ticket held, String text) {
        var author = tickets.worker();
        var at = tickets.instant();
        var note = new TicketNote(Ids.next(), held.id(), author.id(), author.name(), at, text);
        if (table.count(held.id()) >= MOST) {
            throw Problem.conflict("ticket_notes_full");
        }
        table.insert(note);
        tickets.tell(held.noted(author, at));
        return note;
    }
}
