package io.baton.swap;

import io.baton.kernel.Changed;
import org.jspecify.annotations.Nullable;

/** Something that happened to a swap; each is written to the trail in the same transaction. */
public sealed interface SwapEvent extends Changed
        permits SwapProposed,
                SwapRefusedByRule,
                SwapAdmitted,
                SwapConfirmed,
                SwapDeclined,
                SwapApproved,
                SwapRejected,
                SwapExecuted,
                SwapFailed,
                SwapExpired,
                SwapReminded,
                SwapEscalated,
                ChainSwapWithdrawn {

    @Override
    SwapChange change();

    default Swap swap() {
        return change().swap();
    }

    @Override
    default String kind() {
        return "swap";
    }

    @Override
    default String subjectId() {
        return swap().id().toString();
    }

    @Override
    default String owner() {
        return swap().proposal().by();
    }

    @Override
    default @Nullable String before() {
        var was = change().was();
        return was == null ? null : was.state().name();
    }

    @Override
    default String after() {
        return swap().state().name();
    }
}
