package io.baton.leave;

/** Days became too old, or were more than may move to the next year. */
public record BalanceExpired(BalanceChange change) implements BalanceEvent {}
