package io.baton.handoff;

/** An agent was chosen and holds a seat for the request. */
public record HandoffOffered(HandoffChange change) implements HandoffEvent {}
