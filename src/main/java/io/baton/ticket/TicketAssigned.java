package io.baton.ticket;

/** Somebody has a ticket from here on. */
public record TicketAssigned(TicketChange change) implements TicketEvent {}
