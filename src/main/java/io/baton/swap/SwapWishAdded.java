package io.baton.swap;

import io.baton.kernel.Actor;
import java.time.Instant;

/** Somebody would give a shift away. */
public record SwapWishAdded(SwapWish wish, Actor actor, Instant at) implements SwapWishEvent {}
