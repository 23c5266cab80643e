package io.baton.handoff;

/** How an offer ended. */
public enum OfferOutcome {
    ACCEPTED,
    REJECTED,
    MISSED,
    /** Taken back: the agent was lost, a manager stepped in, or a sender no longer asks. */
    WITHDRAWN
}
