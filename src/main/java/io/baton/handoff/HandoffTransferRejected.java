package io.baton.handoff;

/** The agent who was asked to take over said no. */
public record HandoffTransferRejected(HandoffChange change) implements HandoffSentBack {

    @Override
    public OfferOutcome outcome() {
        return OfferOutcome.REJECTED;
    }
}
