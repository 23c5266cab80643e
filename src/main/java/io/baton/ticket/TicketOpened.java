package io.baton.ticket;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;

/** Nobody could talk to a customer, so a ticket keeps the question. */
public record TicketOpened(Actor actor, Ticket ticket) implements Recorded {

    @Override
    public String kind() {
        return "ticket";
    }

    @Override
    public String subjectId() {
        return ticket.id().toString();
    }

    @Override
    public Instant at() {
        return ticket.createdAt();
    }

    @Override
    public String after() {
        return ticket.state().name();
    }

    @Override
    public String comment() {
        return ticket.number();
    }
}
