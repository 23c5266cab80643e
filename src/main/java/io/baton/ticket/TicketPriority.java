package io.baton.ticket;

/** How soon a ticket is due; the tenant's settings say how soon that is. */
public enum TicketPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
