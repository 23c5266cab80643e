package io.baton.leave;

/** The approver said yes to the added days, but the rules say no by now; the request waits on. */
public record LeaveExtensionHeldBack(LeaveChange change) implements LeaveEvent {}
