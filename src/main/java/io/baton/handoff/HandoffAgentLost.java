package io.baton.handoff;

/** The agent's connection was lost; the seat is kept. */
public record HandoffAgentLost(HandoffChange change) implements HandoffEvent {}
