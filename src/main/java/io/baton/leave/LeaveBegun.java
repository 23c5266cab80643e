package io.baton.leave;

/** The person is away from now on. */
public record LeaveBegun(LeaveChange change) implements LeaveEvent {}
