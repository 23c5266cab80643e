package io.baton.leave;

/** The rules let the request pass; it waits for a decision. */
public record LeaveAdmitted(LeaveChange change) implements LeaveEvent {}
