package io.baton.handoff;

/** The agent who was asked to take over did not answer. */
public record HandoffTransferMissed(HandoffChange change) implements HandoffSentBack {

    @Override
    public OfferOutcome outcome() {
        return OfferOutcome.MISSED;
    }
}
