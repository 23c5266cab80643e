package io.baton.handoff;

/** The customer is back. */
public record HandoffCustomerReturned(HandoffChange change) implements HandoffEvent {}
