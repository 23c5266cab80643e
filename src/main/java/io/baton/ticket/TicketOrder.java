package io.baton.ticket;

/** How a list of tickets is sorted. */
public enum TicketOrder {
    /** The newest first. */
    NEWEST,
    /** What is due first comes first. */
    DUE
}
