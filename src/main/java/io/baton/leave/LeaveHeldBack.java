package io.baton.leave;

/** An approver said yes, but the rules say no by now; the request waits on. */
public record LeaveHeldBack(LeaveChange change) implements LeaveEvent {}
