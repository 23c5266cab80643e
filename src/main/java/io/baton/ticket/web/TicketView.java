package io.baton.ticket.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.baton.ticket.Assignee;
import io.baton.ticket.Contact;
import io.baton.ticket.Ticket;
import io.baton.ticket.TicketNote;
import io.baton.ticket.TicketPriority;
import io.baton.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as JSON; how the customer can be reached and what was noted only where it is asked for alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketView(
        UUID id,
        String number,
        UUID conversationId,
        String subject,
        String customer,
        String reason,
        TicketState state,
        String department,
        TicketPriority priority,
        @Nullable Assignee assignee,
        Instant createdAt,
        Instant stateSince,
        Instant waitingSince,
        Instant dueAt,
        boolean overdue,
        @Nullable Reach contact,
        @Nullable List<Note> notes,
        int version) {

    record Reach(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {

        static @Nullable Reach of(@Nullable Contact contact) {
            return contact == null ? null : new Reach(contact.name(), contact.email(), contact.phone());
        }

        @Override
        public String toString() {
            return "Reach[***]";
        }
    }

    record Note(UUID id, Assignee author, Instant at, String text) {

        static Note of(TicketNote note) {
            return new Note(note.id(), new Assignee(note.author(), note.authorName()), note.at(), note.text());
        }
    }

    static TicketView listed(Ticket ticket, boolean overdue) {
        return of(ticket, overdue, null, null);
    }

    static TicketView alone(Ticket ticket, boolean overdue, List<TicketNote> notes) {
        return of(
                ticket,
                overdue,
                Reach.of(ticket.contact()),
                notes.stream().map(Note::of).toList());
    }

    private static TicketView of(Ticket ticket, boolean overdue, @Nullable Reach contact, @Nullable List<Note> notes) {
        var about = ticket.about();
        var times = ticket.times();
        return new TicketView(
                ticket.id(),
                ticket.number(),
                about.conversationId(),
                about.subject(),
                about.customer().name(),
                about.reason(),
                ticket.state(),
                about.department(),
                about.priority(),
                ticket.assignee(),
                times.createdAt(),
                times.stateSince(),
                times.waitingSince(),
                times.dueAt(),
                overdue,
                contact,
                notes,
                ticket.version());
    }
}
