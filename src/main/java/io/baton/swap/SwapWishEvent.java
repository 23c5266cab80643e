package io.baton.swap;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a standing wish; each is written to the trail in the same transaction. */
public sealed interface SwapWishEvent extends Recorded permits SwapWishAdded, SwapWishDeleted, SwapWishExpired {

    SwapWish wish();

    @Override
    Actor actor();

    @Override
    Instant at();

    @Override
    default String kind() {
        return "swap-wish";
    }

    @Override
    default String subjectId() {
        return wish().id().toString();
    }

    @Override
    default String owner() {
        return wish().agentId();
    }

    @Override
    default String department() {
        return wish().department();
    }

    @Override
    default @Nullable String comment() {
        return wish().comment();
    }
}
