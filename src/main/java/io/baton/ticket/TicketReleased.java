package io.baton.ticket;

/** A ticket went back to its group; nobody has it. */
public record TicketReleased(TicketChange change) implements TicketEvent {}
