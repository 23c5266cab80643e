package io.baton.ticket;

import static io.baton.ticket.TicketState.CLOSED;
import static io.baton.ticket.TicketState.NEW;
import static io.baton.ticket.TicketState.OPEN;
import static io.baton.ticket.TicketState.PENDING;
import static io.baton.ticket.TicketState.SOLVED;

import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's open question with its number. Each move is one method: it refuses with 409 {@code ticket_state} what the
 * state does not allow, and returns the event that carries the ticket as it is afterwards; saving the event is the only way
 * to change a ticket.
 *
 * @param about department and priority are those of now
 * @param assignee absent as long as nobody has it
 * @param contact what the customer left to be reached by
 * @param version counts the changes
 */
public record Ticket(
        UUID id,
        String number,
        NewTicket about,
        TicketState state,
        @Nullable Assignee assignee,
        TicketTimes times,
        @Nullable Contact contact,
        int version) {

    static TicketOpened open(UUID id, String number, NewTicket about, Duration term, Actor by, Instant at) {
        var ticket = new Ticket(id, number, about, NEW, null, TicketTimes.opening(at, term), null, 1);
        return new TicketOpened(new TicketChange(null, ticket, by, at, number));
    }

    /** Somebody has it from here on; a ticket that nobody had is open then. */
    TicketAssigned assign(Assignee to, Actor by, Instant at) {
        guardActive();
        var next = state == NEW ? OPEN : state;
        return new TicketAssigned(change(about, next, to, by, at, to.name()));
    }

    /** Back to the group. */
    TicketReleased release(Actor by, Instant at) {
        guard(NEW);
        return new TicketReleased(change(about, NEW, null, by, at, null));
    }

    /** To another department, where nobody has it yet. */
    TicketMoved move(String department, Actor by, Instant at) {
        guardActive();
        return new TicketMoved(change(about.in(department), NEW, null, by, at, department));
    }

    /**
     * The agent works on it from here on; nothing changes when that is so already. Refuses with 409 {@code ticket_taken}
     * what somebody else has.
     */
    Optional<TicketEvent> takeUp(Duration term, Actor by, Instant at) {
        if (state == CLOSED) {
            throw refused();
        }
        if (assignee != null && !assignee.is(by)) {
            throw Problem.conflict("ticket_taken");
        }
        return switch (state) {
            case NEW -> Optional.of(assign(Assignee.of(by), by, at));
            case PENDING, SOLVED -> Optional.of(reopen(term, by, at));
            case OPEN, CLOSED -> Optional.empty();
        };
    }

    /** The assignee waits for the customer. */
    TicketPended pend(Actor by, Instant at) {
        guard(PENDING);
        return new TicketPended(change(about, PENDING, assignee, by, at, null));
    }

    TicketSolved solve(Actor by, Instant at) {
        guard(SOLVED);
        return new TicketSolved(change(about, SOLVED, assignee, by, at, null));
    }

    /** There is something to do again; what is due counts from now. */
    TicketReopened reopen(Duration term, Actor by, Instant at) {
        return new TicketReopened(waitingAgain(term, by, at));
    }

    /** The customer wrote again while everybody thought it was the customer's turn, or done. */
    TicketReplied reply(Duration term, Actor by, Instant at) {
        return new TicketReplied(waitingAgain(term, by, at));
    }

    TicketClosed close(Actor by, Instant at) {
        guard(CLOSED);
        return new TicketClosed(change(about, CLOSED, assignee, by, at, null));
    }

    /** What is due counts from when the customer began to wait, whenever the priority is changed. */
    TicketPrioritized prioritize(TicketPriority priority, Duration term, Actor by, Instant at) {
        guardActive();
        var changed = copy(about.with(priority), state, assignee, times.due(term), contact);
        return new TicketPrioritized(new TicketChange(this, changed, by, at, null));
    }

    /** The customer says how to be reached; what was left before is replaced. */
    TicketContactLeft leave(Contact left, Actor by, Instant at) {
        if (state == CLOSED) {
            throw refused();
        }
        return new TicketContactLeft(new TicketChange(this, copy(about, state, assignee, times, left), by, at, null));
    }

    TicketNoted noted(Actor by, Instant at) {
        return new TicketNoted(new TicketChange(this, this, by, at, null));
    }

    public boolean isOverdue(Instant now) {
        return state.awaitsAnswer() && times.dueAt().isBefore(now);
    }

    /** Whether this person may see it: those of its department, administrators and auditors. */
    public boolean isVisibleTo(Actor reader) {
        return reader.is(Role.AUDITOR) || isWorkOf(reader);
    }

    /** Whether this person may work on it: agents and managers of its department, and administrators. */
    public boolean isWorkOf(Actor person) {
        return person.is(Role.ADMIN)
                || ((person.is(Role.CUSTOMER_SERVICE) || person.is(Role.MANAGER))
                        && about.department().equals(person.department()));
    }

    private TicketChange waitingAgain(Duration term, Actor by, Instant at) {
        if (state == NEW) {
            throw refused();
        }
        guard(OPEN);
        return new TicketChange(this, copy(about, OPEN, assignee, times.waitingAgain(at, term), contact), by, at, null);
    }

    private void guardActive() {
        if (!state.isActive()) {
            throw refused();
        }
    }

    private void guard(TicketState next) {
        if (!state.mayBecome(next)) {
            throw refused();
        }
    }

    private TicketChange change(
            NewTicket now,
            TicketState next,
            @Nullable Assignee nextAssignee,
            Actor by,
            Instant at,
            @Nullable String comment) {
        var since = next == state ? times : times.moved(at);
        return new TicketChange(this, copy(now, next, nextAssignee, since, contact), by, at, comment);
    }

    private Ticket copy(
            NewTicket now,
            TicketState next,
            @Nullable Assignee nextAssignee,
            TicketTimes nextTimes,
            @Nullable Contact nextContact) {
        return new Ticket(id, number, now, next, nextAssignee, nextTimes, nextContact, version + 1);
    }

    private static Problem refused() {
        return Problem.conflict("ticket_state");
    }
}
