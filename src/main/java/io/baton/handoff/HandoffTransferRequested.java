package io.baton.handoff;

/** A conversation is on its way to another agent. */
public record HandoffTransferRequested(HandoffChange change) implements HandoffEvent {}
