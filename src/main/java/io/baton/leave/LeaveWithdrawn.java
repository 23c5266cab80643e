package io.baton.leave;

/** The applicant took the request back, or gave an approved leave back before it began. */
public record LeaveWithdrawn(LeaveChange change) implements LeaveEvent {}
