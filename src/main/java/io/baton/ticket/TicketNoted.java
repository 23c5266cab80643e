package io.baton.ticket;

/** Somebody wrote a note; the trail does not repeat it. */
public record TicketNoted(TicketChange change) implements TicketEvent {}
