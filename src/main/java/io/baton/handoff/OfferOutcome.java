package io.baton.handoff;

/** How an offer ended. */
public enum OfferOutcome {
    ACCEPTED,
    REJECTED,
    MISSED,
    /** Taken back by Baton: the agent was lost, or a manager stepped in. */
    WITHDRAWN
}
