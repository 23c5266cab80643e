package io.baton.handoff;

/** The agent is back in the conversation. */
public record HandoffAgentReturned(HandoffChange change) implements HandoffEvent {}
