package io.baton.swap;

import io.baton.kernel.Actor;
import java.time.Instant;

/** The shift is over, or not that person's any more. */
public record SwapWishExpired(SwapWish wish, Actor actor, Instant at) implements SwapWishEvent {}
