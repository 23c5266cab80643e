package io.baton.leave;

/** The rules have nothing against the added days; they now wait for a decision. */
public record LeaveExtensionAdmitted(LeaveChange change) implements LeaveEvent {}
