package io.baton.rota;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;

/** A person made the own rota readable at a secret address, or took that back; written to the trail. */
public sealed interface FeedEvent extends Recorded permits RotaFeedOpened, RotaFeedRevoked {

    @Override
    Actor actor();

    @Override
    Instant at();

    @Override
    default String kind() {
        return "rota-feed";
    }

    @Override
    default String subjectId() {
        return actor().id();
    }

    @Override
    default String owner() {
        return actor().id();
    }
}
