package io.baton.ticket;

import io.baton.kernel.Actor;
import io.baton.kernel.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a ticket.
 *
 * @param was the ticket before; absent for a new one
 * @param ticket the ticket afterwards
 */
public record TicketChange(
        @Nullable Ticket was,
        Ticket ticket,
        Actor actor,
        Instant at,
        @Nullable String comment) implements Change {}
