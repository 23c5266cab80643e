package io.baton.handoff;

/** Baton took an offer back: the agent was lost, or a manager stepped in. */
public record HandoffTakenBack(HandoffChange change) implements HandoffEvent {}
