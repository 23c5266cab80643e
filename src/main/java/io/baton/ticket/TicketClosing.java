package io.baton.ticket;

import io.baton.identity.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes tickets that stayed solved for as long as the tenant wants to wait. */
@Component
class TicketClosing {

    /** So many in a transaction. */
    static final int BATCH = 100;

    private final TicketTable table;
    private final Tickets tickets;
    private final TicketTerms terms;
    private final Now now;

    TicketClosing(TicketTable table, Tickets tickets, TicketTerms terms, Now now) {
        this.table = table;
        this.tickets = tickets;
        this.terms = terms;
        this.now = now;
    }

    /** Closes at most {@value #BATCH}; how many that were. Those that somebody works on right now come another time. */
    @Transactional
    int closeSolved() {
        var at = tickets.instant();
        var solved = table.lockSolved(at.minus(terms.closeAfter()), BATCH);
        solved.forEach(ticket -> tickets.save(ticket.close(now.actor(), at)));
        return solved.size();
    }
}
