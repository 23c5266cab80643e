package io.baton.swap;

/** A department that is touched said yes. */
public record SwapApproved(SwapChange change, String department) implements SwapEvent {}
