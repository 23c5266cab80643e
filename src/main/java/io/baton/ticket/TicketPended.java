package io.baton.ticket;

/** A ticket waits for the customer. */
public record TicketPended(TicketChange change) implements TicketEvent {}
