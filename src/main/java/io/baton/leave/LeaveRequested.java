package io.baton.leave;

/** Somebody asked for leave. */
public record LeaveRequested(LeaveChange change) implements LeaveEvent {}
