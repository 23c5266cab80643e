package io.baton.handoff;

import io.baton.chat.CustomerAccess;
import io.baton.chat.CustomerConversations;
import io.baton.chat.CustomerConversations.Scope;
import io.baton.chat.Customers;
import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.ticket.CustomerTickets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows what is known of a customer: to agents who serve, served or are asked to serve the customer, to managers whose
 * department did, and to administrators; for all others there is no such customer (404). What is listed is of the reader's
 * own department, or the own, unless the reader is an administrator; totals are of all.
 */
@Component
@Transactional(readOnly = true)
public class CustomerRecords {

    private final Customers customers;
    private final CustomerAccess access;
    private final CustomerConversations conversations;
    private final CustomerHandoffs handoffs;
    private final CustomerTickets tickets;
    private final RefusalTable refusals;
    private final CustomerStandings standings;

    CustomerRecords(
            Customers customers,
            CustomerAccess access,
            CustomerConversations conversations,
            CustomerHandoffs handoffs,
            CustomerTickets tickets,
            RefusalTable refusals,
            CustomerStandings standings) {
        this.customers = customers;
        this.access = access;
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.tickets = tickets;
        this.refusals = refusals;
        this.standings = standings;
    }

    /** With at most so many of each. */
    public CustomerRecord of(UUID id, int limit) {
        var actor = standings.reader();
        var customer = customers
                .find(id)
                .filter(found -> mayRead(actor, id))
                .orElseThrow(() -> Problem.notFound("customer_unknown"));
        var key = id.toString();
        var scope = actor.is(Role.ADMIN) ? Scope.ALL : new Scope(actor.department(), actor.id());
        return new CustomerRecord(
                customer,
                new CustomerRecord.Some<>(conversations.count(id), conversations.of(id, scope, limit)),
                new CustomerRecord.Some<>(handoffs.count(key), handoffs.of(key, scope, limit)),
                new CustomerRecord.Some<>(tickets.count(key), tickets.of(key, scope.department(), limit)),
                refusals.of(key).orElse(null),
                standings.of(id));
    }

    private boolean mayRead(Actor actor, UUID id) {
        var part = new Scope(actor.is(Role.MANAGER) ? actor.department() : null, actor.id());
        return access.allows(id) || !handoffs.of(id.toString(), part, 1).isEmpty();
    }
}
