package io.baton.handoff;

/** The sender, or Baton, no longer asks another agent to take over. */
public record HandoffTransferWithdrawn(HandoffChange change) implements HandoffSentBack {

    @Override
    public OfferOutcome outcome() {
        return OfferOutcome.WITHDRAWN;
    }
}
