package io.baton.handoff;

/** How much a request presses; each step is worth the same span of waiting. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** One step up; urgent stays urgent. */
    public Priority raised() {
        return this == URGENT ? URGENT : values()[ordinal() + 1];
    }
}
