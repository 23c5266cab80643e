package io.baton.handoff;

import java.util.Objects;

/** A conversation was not taken over, so its sender goes on with it. */
public sealed interface HandoffSentBack extends HandoffEvent
        permits HandoffTransferRejected, HandoffTransferMissed, HandoffTransferWithdrawn {

    OfferOutcome outcome();

    /** Who was asked. */
    default HandoffSnapshot.Transfer transfer() {
        return Objects.requireNonNull(
                Objects.requireNonNull(change().before()).trail().transfer());
    }
}
