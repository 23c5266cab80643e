package io.baton.handoff;

/** The customer's connection is gone, for a moment or for good. */
public record HandoffCustomerLost(HandoffChange change) implements HandoffEvent {}
