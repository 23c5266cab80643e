package io.baton.ticket;

import io.baton.identity.Now;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens tickets again whose customers wrote while they were pending or solved; what they wrote before changes nothing. */
@Component
@Transactional
public class CustomerReplies {

    private final TicketTable table;
    private final Tickets tickets;
    private final TicketTerms terms;
    private final Now now;

    CustomerReplies(TicketTable table, Tickets tickets, TicketTerms terms, Now now) {
        this.table = table;
        this.tickets = tickets;
        this.terms = terms;
        this.now = now;
    }

    /**
     * Takes in when customers wrote last, by conversation; how many tickets are open again. Conversations without a ticket
     * cost no more than a look into an index.
     */
    public int wrote(Map<UUID, Instant> latest) {
        var replied = table.lockReplied(latest);
        replied.forEach(ticket ->
                tickets.save(ticket.reply(terms.due(ticket.about().priority()), now.actor(), tickets.instant())));
        return replied.size();
    }

    /**
     * The conversations of tickets that are pending or solved, by the tickets' ids and in their order.
     *
     * @param after the last ticket of the part before
     */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> awaited(@Nullable UUID after, int limit) {
        return table.awaiting(after, limit);
    }
}
