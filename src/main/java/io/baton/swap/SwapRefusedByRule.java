package io.baton.swap;

/** The rules do not let it happen; nobody else was asked. */
public record SwapRefusedByRule(SwapChange change) implements SwapEvent {}
