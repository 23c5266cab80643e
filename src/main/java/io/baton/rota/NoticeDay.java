package io.baton.rota;

import org.jspecify.annotations.Nullable;

/**
 * A day as a notice makes it.
 *
 * @param doubt what a person should look at; none when the day is clear
 */
public record NoticeDay(SpecialDay day, @Nullable Doubt doubt) {

    /** Why a person should look at a day. */
    public enum Doubt {
        /** Its name is that of no festival, so that nobody can tell whether it is statutory. */
        UNKNOWN_NAME,
        /** A festival's statutory holiday by its date, but the notice calls it something else. */
        OTHER_NAME,
        /** Said to be worked, which it is anyway. */
        WORKED_ANYWAY
    }
}
