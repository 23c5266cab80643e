package io.baton.handoff;

/** An agent took a ticket up; the conversation goes on without a queue and an offer. */
public record HandoffTakenUp(HandoffChange change) implements HandoffEvent {}
