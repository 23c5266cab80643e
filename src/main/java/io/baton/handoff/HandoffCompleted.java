package io.baton.handoff;

/** The customer was served. */
public record HandoffCompleted(HandoffChange change) implements HandoffEvent {}
