package io.baton.leave;

/** The added days were approved and are part of the leave. */
public record LeaveExtended(LeaveChange change) implements LeaveEvent {}
