package io.baton.ticket;

/** The customer wrote again, so a ticket is open again. */
public record TicketReplied(TicketChange change) implements TicketEvent {}
