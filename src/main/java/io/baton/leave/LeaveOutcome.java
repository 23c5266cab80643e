package io.baton.leave;

/** How a request came out; the label is the name of the end of the process, without its subject. */
public enum LeaveOutcome {
    REFUSED_BY_RULE("RefusedByRule"),
    REJECTED("Rejected"),
    WITHDRAWN("Withdrawn"),
    EXPIRED("Expired"),
    APPROVED("Approved"),
    TAKEN("Taken"),
    RETURNED_EARLY("ReturnedEarly");

    private final String label;

    LeaveOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
