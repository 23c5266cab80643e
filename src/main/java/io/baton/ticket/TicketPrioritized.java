package io.baton.ticket;

import java.util.Objects;

/** The priority of a ticket is another one, and so is the time it is due. */
public record TicketPrioritized(TicketChange change) implements TicketEvent {

    @Override
    public String before() {
        return Objects.requireNonNull(change.was()).about().priority().name();
    }

    @Override
    public String after() {
        return ticket().about().priority().name();
    }
}
