package io.baton.ticket.web;

import io.baton.kernel.EntityTags;
import io.baton.kernel.Page;
import io.baton.ticket.Assignee;
import io.baton.ticket.Ticket;
import io.baton.ticket.TicketCounts;
import io.baton.ticket.TicketFilter;
import io.baton.ticket.TicketNotes;
import io.baton.ticket.TicketOrder;
import io.baton.ticket.TicketPriority;
import io.baton.ticket.TicketState;
import io.baton.ticket.TicketWork;
import io.baton.ticket.Tickets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets over HTTP: looking. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketController {

    private final Tickets tickets;
    private final TicketNotes notes;
    private final TicketWork work;

    TicketController(Tickets tickets, TicketNotes notes, TicketWork work) {
        this.tickets = tickets;
        this.notes = notes;
        this.work = work;
    }

    @GetMapping
    Page<TicketView> list(
            @RequestParam(required = false) @Nullable Set<TicketState> state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean unassigned,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable TicketPriority priority,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "NEWEST") TicketOrder order,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Set<TicketState> states = state == null ? Set.of() : state;
        var filter = new TicketFilter(states, mine, unassigned, department, priority, overdue, text);
        return tickets.list(filter, new Tickets.Window(limit, cursor, order))
                .map(ticket -> TicketView.listed(ticket, tickets.isOverdue(ticket)));
    }

    @GetMapping("/counts")
    TicketCounts counts(@RequestParam(required = false) @Nullable String department) {
        return tickets.counts(department);
    }

    @GetMapping("/{id}")
    ResponseEntity<TicketView> get(@PathVariable String id) {
        return tagged(tickets.get(id));
    }

    @GetMapping("/{id}/assignees")
    Page<Assignee> assignees(@PathVariable String id) {
        return Page.last(work.assignees(id));
    }

    private ResponseEntity<TicketView> tagged(Ticket ticket) {
        return ResponseEntity.ok()
                .eTag(EntityTags.of(ticket.version()))
                .body(TicketView.alone(ticket, tickets.isOverdue(ticket), notes.of(ticket)));
    }
}
