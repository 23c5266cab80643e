package io.baton.swap;

/** It could not be done any more; no shift changed hands, and none is held. */
public record SwapFailed(SwapChange change) implements SwapEvent {}
