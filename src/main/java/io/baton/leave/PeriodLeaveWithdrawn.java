package io.baton.leave;

/** The applicant took the request for several days back, or gave it back before it began. */
public record PeriodLeaveWithdrawn(LeaveChange change) implements LeaveEvent {}
