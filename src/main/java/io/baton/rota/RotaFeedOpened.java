package io.baton.rota;

import io.baton.kernel.Actor;
import java.time.Instant;

/** The own rota can be read at a new secret address; the one before is void. */
public record RotaFeedOpened(Actor actor, Instant at) implements FeedEvent {}
