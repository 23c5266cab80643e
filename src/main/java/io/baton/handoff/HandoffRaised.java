package io.baton.handoff;

/** A request waited too long: priority up, skills no longer required. */
public record HandoffRaised(HandoffChange change) implements HandoffEvent {}
