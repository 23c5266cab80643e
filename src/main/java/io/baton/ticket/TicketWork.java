package io.baton.ticket;

import io.baton.identity.Now;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents and managers of its department, and administrators, do with a ticket. Refuses with 403 everybody else who
 * works here, with 404 what the person may not see, with 412 what was seen in another version.
 */
@Component
@Transactional
public class TicketWork {

    private final Tickets tickets;
    private final TicketNotes notes;
    private final Colleagues colleagues;
    private final TicketTerms terms;
    private final Now now;

    TicketWork(Tickets tickets, TicketNotes notes, Colleagues colleagues, TicketTerms terms, Now now) {
        this.tickets = tickets;
        this.notes = notes;
        this.colleagues = colleagues;
        this.terms = terms;
        this.now = now;
    }

    /** The ticket of a person who may work on it; else 403 or 404. */
    @Transactional(readOnly = true)
    public Ticket get(String id) {
        tickets.worker();
        return tickets.get(id);
    }

    /** Who can be given the ticket. */
    public List<Assignee> assignees(String id) {
        return colleagues.of(get(id).about().department());
    }

    /**
     * Gives it to somebody, or to the group. To another department only managers of this one and administrators do; 422 for
     * whoever does not work in the department it is in then.
     */
    public Ticket assign(UUID id, int seen, TicketAssignment to) {
        var ticket = moved(hold(id, seen), to.department());
        var at = tickets.instant();
        if (to.assignee() != null) {
            var assignee = colleagues.find(to.assignee(), ticket.about().department());
            return assignee.equals(ticket.assignee()) ? ticket : tickets.save(ticket.assign(assignee, now.actor(), at));
        }
        return ticket.assignee() == null && ticket.state() == TicketState.NEW
                ? ticket
                : tickets.save(ticket.release(now.actor(), at));
    }

    public Ticket prioritize(UUID id, int seen, TicketPriority priority) {
        var ticket = hold(id, seen);
        return tickets.save(ticket.prioritize(priority, terms.due(priority), now.actor(), tickets.instant()));
    }

    /** Moves it to a state; a note says why, when there is one. */
    public Ticket move(UUID id, int seen, TicketState to, @Nullable String note) {
        var ticket = hold(id, seen);
        var actor = now.actor();
        var at = tickets.instant();
        var moved = tickets.save(
                switch (to) {
                    case NEW -> ticket.release(actor, at);
                    case OPEN -> ticket.reopen(terms.due(ticket.about().priority()), actor, at);
                    case PENDING -> ticket.pend(actor, at);
                    case SOLVED -> ticket.solve(actor, at);
                    case CLOSED -> ticket.close(actor, at);
                });
        if (note != null && !note.isBlank()) {
            notes.add(moved, note);
        }
        return moved;
    }

    /**
     * An agent of its department goes on with its conversation, in the same transaction. Of two at the same instant one has
     * it; the other is refused with 409 {@code ticket_taken}.
     */
    public Ticket takeUp(UUID id) {
        var ticket = tickets.hold(id);
        var agent = now.actor();
        if (!agent.is(Role.CUSTOMER_SERVICE) || !ticket.about().department().equals(agent.department())) {
            throw Problem.forbidden("forbidden");
        }
        var at = tickets.instant();
        var open = ticket.takeUp(terms.due(ticket.about().priority()), agent, at)
                .map(tickets::save)
                .orElse(ticket);
        tickets.tell(new TicketTakenUp(agent, open, at));
        return open;
    }

    private Ticket moved(Ticket ticket, @Nullable String department) {
        if (department == null || department.equals(ticket.about().department())) {
            return ticket;
        }
        var actor = now.actor();
        if (!actor.leads(ticket.about().department())) {
            throw Problem.forbidden("forbidden");
        }
        colleagues.requireDepartment(department);
        return tickets.save(ticket.move(department, actor, tickets.instant()));
    }

    private Ticket hold(UUID id, int seen) {
        var ticket = tickets.hold(id);
        if (ticket.version() != seen) {
            throw Problem.of(412, "changed_meanwhile", Map.of());
        }
        return ticket;
    }
}
