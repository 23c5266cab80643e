package io.baton.handoff;

/** The other agent took the conversation; the sender's seat is free. */
public record HandoffMoved(HandoffChange change) implements HandoffEvent {}
