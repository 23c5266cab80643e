package io.baton.swap;

/** Somebody who takes part said yes. */
public record SwapConfirmed(SwapChange change) implements SwapEvent {}
