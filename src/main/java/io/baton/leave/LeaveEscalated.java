package io.baton.leave;

/** Nobody decided in time: the administrators are asked as well. */
public record LeaveEscalated(LeaveChange change) implements LeaveEvent {}
