package io.baton.leave;

/** Hours that were booked by mistake are taken back. */
public record OvertimeReversed(BalanceChange change) implements BalanceEvent {}
