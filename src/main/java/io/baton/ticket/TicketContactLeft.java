package io.baton.ticket;

/** A customer left how to be reached; the trail does not tell how. */
public record TicketContactLeft(TicketChange change) implements TicketEvent {}
