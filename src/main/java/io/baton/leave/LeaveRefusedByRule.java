package io.baton.leave;

/** The rules refused the request. */
public record LeaveRefusedByRule(LeaveChange change) implements LeaveEvent {}
