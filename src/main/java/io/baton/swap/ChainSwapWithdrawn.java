package io.baton.swap;

/** The proposer took it back. */
public record ChainSwapWithdrawn(SwapChange change) implements SwapEvent {}
