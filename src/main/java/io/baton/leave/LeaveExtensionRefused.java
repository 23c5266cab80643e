package io.baton.leave;

/** The rules, an approver or the clock said no to the added days; the leave ends as it was approved. */
public record LeaveExtensionRefused(LeaveChange change, Why why) implements LeaveEvent {

    /** Who said no. */
    public enum Why {
        RULE,
        APPROVER,
        TIME
    }
}
