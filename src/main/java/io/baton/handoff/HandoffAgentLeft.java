package io.baton.handoff;

/** The agent signed out or began leave, or the shift has been over for long enough; the customer goes on to somebody else. */
public record HandoffAgentLeft(HandoffChange change) implements HandoffEvent {}
