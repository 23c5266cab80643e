package io.baton.rota;

/**
 * What a day is for the tenant. A statutory holiday is paid threefold, a weekday moved to be off around it is not, and a
 * weekend worked in exchange is a day like any other.
 */
public enum DayKind {
    WORKDAY,
    /** A rest day of the week that is worked, in exchange for a {@link #DAY_OFF}. */
    ADJUSTED_WORKDAY,
    /** A rest day of the week. */
    REST_DAY,
    /** A day of the week that would be worked, but is off. */
    DAY_OFF,
    STATUTORY_HOLIDAY;

    public boolean isWorked() {
        return this == WORKDAY || this == ADJUSTED_WORKDAY;
    }
}
