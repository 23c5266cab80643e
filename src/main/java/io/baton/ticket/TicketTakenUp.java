package io.baton.ticket;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;

/**
 * An agent goes on with a ticket's conversation. Told in the transaction that takes it up, after what that changed: whoever
 * cannot follow refuses, and the ticket is as it was.
 */
public record TicketTakenUp(Actor actor, Ticket ticket, Instant at) implements Recorded {

    @Override
    public String kind() {
        return "ticket";
    }

    @Override
    public String subjectId() {
        return ticket.id().toString();
    }

    @Override
    public String owner() {
        return actor.id();
    }

    @Override
    public String department() {
        return ticket.about().department();
    }

    @Override
    public String before() {
        return ticket.state().name();
    }

    @Override
    public String after() {
        return ticket.state().name();
    }
}
