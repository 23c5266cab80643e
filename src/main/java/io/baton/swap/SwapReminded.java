package io.baton.swap;

/** Whoever is to answer was reminded. */
public record SwapReminded(SwapChange change) implements SwapEvent {}
