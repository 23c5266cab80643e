package io.baton.handoff;

/** The agent who was asked did not answer; the request is back at its place. */
public record HandoffMissed(HandoffChange change) implements HandoffEvent {}
