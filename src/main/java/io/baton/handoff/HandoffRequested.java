package io.baton.handoff;

/** A customer asked for a person. */
public record HandoffRequested(HandoffChange change) implements HandoffEvent {}
