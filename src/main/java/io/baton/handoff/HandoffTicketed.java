package io.baton.handoff;

/** Nobody could talk to the customer; a ticket keeps the question. */
public record HandoffTicketed(HandoffChange change) implements HandoffEvent {}
