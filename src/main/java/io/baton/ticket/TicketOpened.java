package io.baton.ticket;

/** Nobody could talk to a customer, so a ticket keeps the question. */
public record TicketOpened(TicketChange change) implements TicketEvent {}
