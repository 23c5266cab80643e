package io.baton.ticket;

/** Where a ticket stands; resolved is final. */
public enum TicketState {
    OPEN,
    RESOLVED
}
