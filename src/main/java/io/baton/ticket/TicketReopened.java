package io.baton.ticket;

/** Somebody found that there is still something to do. */
public record TicketReopened(TicketChange change) implements TicketEvent {}
