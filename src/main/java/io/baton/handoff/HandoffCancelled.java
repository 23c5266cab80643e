package io.baton.handoff;

/** The customer no longer asks. */
public record HandoffCancelled(HandoffChange change) implements HandoffEvent {}
