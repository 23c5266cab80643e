package io.baton.ticket;

import io.baton.identity.Now;
import io.baton.identity.Rates;
import io.baton.kernel.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in how customers can be reached, each for the own tickets and at most {@value #PER_MINUTE} times a minute; what is
 * somebody else's does not exist: 404.
 */
@Component
@Transactional
public class TicketContacts {

    private static final int PER_MINUTE = 5;

    private final TicketTable table;
    private final Tickets tickets;
    private final Rates rates;
    private final Now now;

    TicketContacts(TicketTable table, Tickets tickets, Rates rates, Now now) {
        this.table = table;
        this.tickets = tickets;
        this.rates = rates;
        this.now = now;
    }

    /** Passes customers only; 403 for everybody who works here. */
    public void requireCustomer() {
        var actor = now.actor();
        if (!actor.roles().isEmpty() || !actor.groups().isEmpty()) {
            throw Problem.forbidden("forbidden");
        }
    }

    /** Keeps it with the ticket; 409 {@code ticket_state} when that is closed. */
    public Ticket leave(UUID id, Contact contact) {
        requireCustomer();
        var customer = now.actor();
        rates.require("ticket-contact:" + customer.tenant().id() + ":" + customer.id(), PER_MINUTE);
        var ticket = table.lock(id)
                .filter(found -> found.about().customer().id().equals(customer.id()))
                .orElseThrow(() -> Problem.notFound(Tickets.UNKNOWN));
        return tickets.save(ticket.leave(contact, customer, tickets.instant()));
    }
}
