package io.baton.leave;

import java.time.Instant;
import java.util.UUID;

/**
 * What the rules are asked about.
 *
 * @param asked when it was asked for; whether that was in good time is judged by it
 * @param self the request itself, which is not counted against it
 */
record LeaveQuestion(Applicant applicant, LeaveForm form, LeaveSplit split, Instant asked, UUID self, Kind kind) {

    /** Which rules are asked. */
    enum Kind {
        LEAVE,
        PERIOD_LEAVE,
        EXTENSION;

        static Kind of(LeaveForm form) {
            return form.isPeriod() ? PERIOD_LEAVE : LEAVE;
        }

        boolean isPeriod() {
            return this != LEAVE;
        }

        String book() {
            return isPeriod() ? "period-leave" : "leave";
        }
    }
}
