package io.baton.handoff;

/** The agent who was asked said no; the request is back at its place. */
public record HandoffRejected(HandoffChange change) implements HandoffEvent {}
