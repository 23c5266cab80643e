package io.baton.leave;

/** The department approved; a leave this long needs an administrator as well. */
public record LeaveEndorsed(LeaveChange change) implements LeaveEvent {}
