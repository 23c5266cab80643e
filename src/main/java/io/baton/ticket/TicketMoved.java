package io.baton.ticket;

/** A ticket went to another department, where nobody has it yet. */
public record TicketMoved(TicketChange change) implements TicketEvent {}
