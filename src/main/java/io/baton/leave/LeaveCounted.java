package io.baton.leave;

/** The working days of a leave of several days were counted; the comment says how many they are. */
public record LeaveCounted(LeaveChange change) implements LeaveEvent {}
