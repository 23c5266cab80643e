package io.baton.swap;

/** A department that is touched said no; nothing comes of it. */
public record SwapRejected(SwapChange change, String department) implements SwapEvent {}
