package io.baton.leave;

/** Nobody decided before the leave would have begun. */
public record LeaveExpired(LeaveChange change) implements LeaveEvent {}
