package io.baton.leave;

/** The leave is over. */
public record LeaveTaken(LeaveChange change) implements LeaveEvent {}
