package io.baton.swap;

/** A department was slow, and the administrators are asked as well. */
public record SwapEscalated(SwapChange change) implements SwapEvent {}
