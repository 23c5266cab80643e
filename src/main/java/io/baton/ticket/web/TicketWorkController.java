package io.baton.ticket.web;

import io.baton.kernel.EntityTags;
import io.baton.kernel.Ids;
import io.baton.ticket.Contact;
import io.baton.ticket.Ticket;
import io.baton.ticket.TicketAssignment;
import io.baton.ticket.TicketContacts;
import io.baton.ticket.TicketNote;
import io.baton.ticket.TicketNotes;
import io.baton.ticket.TicketPriority;
import io.baton.ticket.TicketState;
import io.baton.ticket.TicketWork;
import io.baton.ticket.Tickets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tickets over HTTP: working on them. What two people may change says with If-Match which version was seen. */
@RestController
@RequestMapping("/api/v1/tickets/{id}")
class TicketWorkController {

    private final Tickets tickets;
    private final TicketWork work;
    private final TicketNotes notes;
    private final TicketContacts contacts;

    TicketWorkController(Tickets tickets, TicketWork work, TicketNotes notes, TicketContacts contacts) {
        this.tickets = tickets;
        this.work = work;
        this.notes = notes;
        this.contacts = contacts;
    }

    record Assigning(
            @Nullable @Size(max = 100) String assignee,
            @Nullable @Size(max = 60) String department) {}

    record Prioritizing(@NotNull TicketPriority priority) {}

    record Moving(
            @NotNull TicketState state,
            @Nullable @Size(max = TicketNote.MOST) String note) {}

    record Noting(@NotBlank @Size(max = TicketNote.MOST) String text) {}

    /** Says nothing of itself when it is printed. */
    record Reachable(
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 254) String email,
            @Nullable @Size(max = 30) String phone) {

        @Override
        public String toString() {
            return "Reachable[***]";
        }
    }

    record Kept(String number) {}

    @PostMapping("/assignment")
    ResponseEntity<TicketView> assign(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Assigning to) {
        var known = work.get(id);
        var assignment = new TicketAssignment(to.assignee(), to.department());
        return tagged(work.assign(known.id(), EntityTags.seen(ifMatch), assignment));
    }

    @PostMapping("/priority")
    ResponseEntity<TicketView> prioritize(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Prioritizing to) {
        var known = work.get(id);
        return tagged(work.prioritize(known.id(), EntityTags.seen(ifMatch), to.priority()));
    }

    @PostMapping("/state")
    ResponseEntity<TicketView> move(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Moving to) {
        var known = work.get(id);
        return tagged(work.move(known.id(), EntityTags.seen(ifMatch), to.state(), to.note()));
    }

    @PostMapping("/take-up")
    ResponseEntity<TicketView> takeUp(@PathVariable String id) {
        return tagged(work.takeUp(work.get(id).id()));
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    TicketView.Note note(@PathVariable String id, @Valid @RequestBody Noting note) {
        return TicketView.Note.of(notes.add(work.get(id).id(), note.text()));
    }

    /** The customer's own; everybody else writes a note. */
    @PostMapping("/contact")
    Kept contact(@PathVariable String id, @Valid @RequestBody Reachable left) {
        contacts.requireCustomer();
        var contact = new Contact(left.name(), left.email(), left.phone());
        return new Kept(contacts.leave(Ids.parse(id, "ticket_unknown"), contact).number());
    }

    private ResponseEntity<TicketView> tagged(Ticket ticket) {
        return ResponseEntity.ok()
                .eTag(EntityTags.of(ticket.version()))
                .body(TicketView.alone(ticket, tickets.isOverdue(ticket), notes.of(ticket)));
    }
}
