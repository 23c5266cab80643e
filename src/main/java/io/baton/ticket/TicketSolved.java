package io.baton.ticket;

/** A ticket is answered. */
public record TicketSolved(TicketChange change) implements TicketEvent {}
