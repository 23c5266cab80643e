package io.baton.leave;

/** Whoever is to decide was reminded. */
public record LeaveReminded(LeaveChange change) implements LeaveEvent {}
