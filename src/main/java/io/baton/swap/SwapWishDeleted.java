package io.baton.swap;

import io.baton.kernel.Actor;
import java.time.Instant;

/** Somebody wants to keep the shift after all. */
public record SwapWishDeleted(SwapWish wish, Actor actor, Instant at) implements SwapWishEvent {}
