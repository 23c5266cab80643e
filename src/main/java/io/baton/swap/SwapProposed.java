package io.baton.swap;

/** Somebody wants to exchange shifts with others. */
public record SwapProposed(SwapChange change) implements SwapEvent {}
