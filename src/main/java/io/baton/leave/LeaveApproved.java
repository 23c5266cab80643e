package io.baton.leave;

/** An approver said yes, and the rota and the balance followed. */
public record LeaveApproved(LeaveChange change) implements LeaveEvent {}
