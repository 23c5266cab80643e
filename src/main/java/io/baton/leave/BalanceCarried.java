package io.baton.leave;

/** What remained of a year moved to the next. */
public record BalanceCarried(BalanceChange change) implements BalanceEvent {}
