package io.baton.ticket;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;

/** Somebody settled a ticket. */
public record TicketResolved(Actor actor, Ticket ticket, Instant at) implements Recorded {

    @Override
    public String kind() {
        return "ticket";
    }

    @Override
    public String subjectId() {
        return ticket.id().toString();
    }

    @Override
    public String before() {
        return TicketState.OPEN.name();
    }

    @Override
    public String after() {
        return ticket.state().name();
    }
}
