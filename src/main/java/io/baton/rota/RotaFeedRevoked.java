package io.baton.rota;

import io.baton.kernel.Actor;
import java.time.Instant;

/** The own rota can be read at no address any more. */
public record RotaFeedRevoked(Actor actor, Instant at) implements FeedEvent {}
