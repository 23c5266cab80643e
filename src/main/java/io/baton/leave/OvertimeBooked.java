package io.baton.leave;

/** Hours that were worked beyond the plan can be taken as leave. */
public record OvertimeBooked(BalanceChange change) implements BalanceEvent {}
