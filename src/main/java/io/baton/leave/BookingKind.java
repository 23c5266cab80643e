package io.baton.leave;

/** What a booking does to what remains. */
public enum BookingKind {
    /** The year brings it, or somebody gives it. */
    GRANT(1),
    /** Moved here from the year before. */
    CARRY_IN(1),
    /** Moved on to the next year. */
    CARRY_OUT(-1),
    /** Worked beyond the plan. */
    EARN(1),
    /** Takes back what was booked as earned. */
    REVERSE(-1),
    /** Too old, or more than may be moved to the next year. */
    EXPIRE(-1),
    /** Asked for. */
    RESERVE(-1),
    /** Asked for no longer. */
    RELEASE(1),
    /** Taken. */
    DEBIT(-1),
    /** Given back. */
    CREDIT(1);

    private final int sign;

    BookingKind(int sign) {
        this.sign = sign;
    }

    /** 1 when more remains afterwards, -1 when less does. */
    public int sign() {
        return sign;
    }

    /** Whether it brings days that are used up one after the other and may become too old. */
    boolean opensLot() {
        return this == GRANT || this == CARRY_IN || this == EARN;
    }
}
