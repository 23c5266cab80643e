package io.baton.ticket;

/** A ticket is over for good. */
public record TicketClosed(TicketChange change) implements TicketEvent {}
