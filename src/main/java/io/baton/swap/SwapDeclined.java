package io.baton.swap;

/** Somebody who takes part said no; nothing comes of it. */
public record SwapDeclined(SwapChange change) implements SwapEvent {}
