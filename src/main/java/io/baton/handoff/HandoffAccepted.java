package io.baton.handoff;

/** An agent took the request. */
public record HandoffAccepted(HandoffChange change) implements HandoffEvent {}
