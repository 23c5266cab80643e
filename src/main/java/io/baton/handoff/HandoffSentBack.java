package io.baton.handoff;

/** The other agent did not take the conversation; the sender keeps it. */
public record HandoffSentBack(HandoffChange change) implements HandoffEvent {}
