package io.baton.leave;

/** The person, who is away, asks to stay away longer. */
public record PeriodLeaveExtensionRequested(LeaveChange change) implements LeaveEvent {}
