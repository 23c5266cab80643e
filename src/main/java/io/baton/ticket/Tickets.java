package io.baton.ticket;

import io.baton.identity.Now;
import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Recorded;
import io.baton.kernel.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tickets of a tenant. People see those of their own department, administrators and auditors all of them; what one may
 * not see is answered as if it did not exist.
 */
@Component
@Transactional(readOnly = true)
public class Tickets {

    static final String UNKNOWN = "ticket_unknown";

    private final TicketTable table;
    private final TicketSearch search;
    private final TicketTerms terms;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final Now now;

    Tickets(
            TicketTable table,
            TicketSearch search,
            TicketTerms terms,
            Tenants tenants,
            ApplicationEventPublisher events,
            Now now) {
        this.table = table;
        this.search = search;
        this.terms = terms;
        this.tenants = tenants;
        this.events = events;
        this.now = now;
    }

    /** Which part of a list: at most {@value Page#LIMIT}. */
    public record Window(int limit, @Nullable String cursor, TicketOrder order) {

        public Window {
            if (limit < 1 || limit > Page.LIMIT) {
                throw Problem.invalid("limit", "1 to " + Page.LIMIT);
            }
        }
    }

    /** Opens a ticket with the next number of the tenant's day; or gives the conversation's active one back to its group. */
    @Transactional
    public Ticket open(NewTicket about) {
        return table.lockActive(about.conversationId()).map(this::giveBack).orElseGet(() -> openNew(about));
    }

    private Ticket giveBack(Ticket ticket) {
        return ticket.state() == TicketState.NEW ? ticket : save(ticket.release(now.actor(), instant()));
    }

    private Ticket openNew(NewTicket about) {
        var actor = now.actor();
        var at = instant();
        var day = at.atZone(tenants.settings().zone()).toLocalDate();
        var number = table.nextNumber(day);
        return save(Ticket.open(Ids.next(), number, about, terms.due(about.priority()), actor, at));
    }

    /** The ticket; 404 {@code ticket_unknown} for what the person may not see. */
    public Ticket get(String id) {
        var reader = reader();
        return table.find(Ids.parse(id, UNKNOWN))
                .filter(ticket -> ticket.isVisibleTo(reader))
                .orElseThrow(() -> Problem.notFound(UNKNOWN));
    }

    /** The tickets the person may see; 403 for a department that is not the own one. */
    public Page<Ticket> list(TicketFilter filter, Window window) {
        var reader = reader();
        var after = window.cursor() == null ? null : Ids.parse(window.cursor(), "cursor_unknown");
        if (after != null && table.find(after).isEmpty()) {
            throw Problem.notFound("cursor_unknown");
        }
        var mine = filter.in(scope(reader, filter.department()));
        var found = search.find(mine, reader.id(), window.order(), after, window.limit() + 1, now.instant());
        return Page.cut(found, window.limit(), ticket -> ticket.id().toString());
    }

    /** How many there are of those the person may see; 403 for a department that is not the own one. */
    public TicketCounts counts(@Nullable String department) {
        var reader = reader();
        return search.count(scope(reader, Bounds.optional("department", department, 60)), reader.id(), now.instant());
    }

    /** Whether the person may see a ticket that is about the conversation. */
    public boolean concerns(UUID conversation) {
        var reader = now.actor();
        if (reader.is(Role.ADMIN)) {
            return table.isAbout(conversation, null);
        }
        return (reader.is(Role.CUSTOMER_SERVICE) || reader.is(Role.MANAGER))
                && reader.department() != null
                && table.isAbout(conversation, reader.department());
    }

    public boolean isOverdue(Ticket ticket) {
        return ticket.isOverdue(now.instant());
    }

    /** The ticket of a person who may work on it, held to the end of the transaction; else 403 or 404. */
    @Transactional
    Ticket hold(UUID id) {
        var person = worker();
        return table.lock(id).filter(ticket -> ticket.isWorkOf(person)).orElseThrow(() -> Problem.notFound(UNKNOWN));
    }

    /** Whoever works on tickets; 403 for others. */
    Actor worker() {
        var person = now.actor();
        person.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        return person;
    }

    /** Writes the change and tells it. */
    @Transactional
    Ticket save(TicketEvent event) {
        if (event.change().was() == null) {
            table.insert(event.actor().tenant().id(), event.ticket());
        } else {
            table.update(event.ticket());
        }
        tell(event);
        return event.ticket();
    }

    /** Tells what is written already. */
    void tell(Recorded event) {
        events.publishEvent(event);
    }

    /** As exact as the database keeps it. */
    Instant instant() {
        return now.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Actor reader() {
        var reader = now.actor();
        reader.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN, Role.AUDITOR);
        return reader;
    }

    /** The department to look at; absent for all. */
    private static @Nullable String scope(Actor reader, @Nullable String wanted) {
        if (reader.is(Role.ADMIN) || reader.is(Role.AUDITOR)) {
            return wanted;
        }
        var own = reader.department();
        if (own == null || (wanted != null && !wanted.equals(own))) {
            throw Problem.forbidden("forbidden");
        }
        return own;
    }
}
