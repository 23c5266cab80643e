package io.baton.swap;

/** The rules have nothing against it: its shifts are held, and everybody who takes part is asked. */
public record SwapAdmitted(SwapChange change) implements SwapEvent {}
