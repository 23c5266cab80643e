package io.baton.swap;

/** All of the shifts changed hands. */
public record SwapExecuted(SwapChange change) implements SwapEvent {}
