package io.baton.leave;

/** The person is back before the leave was over; the rest of it was given back. */
public record PeriodLeaveReturnedEarly(LeaveChange change) implements LeaveEvent {}
