package io.baton.swap;

/** Not everybody answered in time; no shift changed hands. */
public record SwapExpired(SwapChange change) implements SwapEvent {}
