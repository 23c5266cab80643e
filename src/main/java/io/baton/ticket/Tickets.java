package io.baton.ticket;

import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, lists and resolves tickets. People see and resolve those of their own department, administrators all of them;
 * what one may not see is answered as if it did not exist.
 */
@Component
public class Tickets {

    private final TicketTable table;
    private final Tenants tenants;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tickets(TicketTable table, Tenants tenants, CurrentActor current, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.tenants = tenants;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a ticket with the next number of the tenant's day. */
    @Transactional
    public Ticket open(NewTicket about) {
        var actor = current.get();
        var now = Instant.now(clock);
        var day = now.atZone(tenants.settings(actor.tenant()).zone()).toLocalDate();
        var ticket = new Ticket(Ids.next(), table.nextNumber(day), about, now, null);
        table.insert(actor.tenant().id(), ticket);
        events.publishEvent(new TicketOpened(actor, ticket));
        return ticket;
    }

    /** Settles a ticket; 404 {@code ticket_unknown} for what the person may not see. */
    @Transactional
    public Ticket resolve(UUID id, String note) {
        var actor = current.get();
        actor.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        var ticket = table.lock(id)
                .filter(found ->
                        actor.is(Role.ADMIN) || found.about().department().equals(actor.department()))
                .orElseThrow(() -> Problem.notFound("ticket_unknown"));
        var now = Instant.now(clock);
        var resolved = ticket.resolve(actor.id(), note, now);
        table.resolve(resolved, Objects.requireNonNull(resolved.resolution()));
        events.publishEvent(new TicketResolved(actor, resolved, now));
        return resolved;
    }

    /** The tickets the person may see, newest first. */
    @Transactional(readOnly = true)
    public Page<Ticket> list(@Nullable TicketState state, @Nullable UUID before, int limit) {
        var actor = current.get();
        actor.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        if (!actor.is(Role.ADMIN) && actor.department() == null) {
            return Page.last(java.util.List.of());
        }
        var department = actor.is(Role.ADMIN) ? null : actor.department();
        return Page.cut(
                table.find(department, state, before, limit + 1),
                limit,
                ticket -> ticket.id().toString());
    }
}
