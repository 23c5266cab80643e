package io.baton.leave;

/** A year brought its days, or somebody gave some. */
public record BalanceGranted(BalanceChange change) implements BalanceEvent {}
