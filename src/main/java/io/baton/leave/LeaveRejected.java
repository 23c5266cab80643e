package io.baton.leave;

/** An approver said no, and why. */
public record LeaveRejected(LeaveChange change) implements LeaveEvent {}
