package io.baton.leave;

import io.baton.kernel.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * Hours somebody worked beyond the plan. Refuses with 422 what is no multiple of half an hour, not in a day, or without a
 * reason.
 *
 * @param hours 0.5 to 24
 * @param reason 1 to 200 characters
 */
public record Overtime(LocalDate day, BigDecimal hours, String reason) {

    static final BigDecimal MOST = new BigDecimal(24);
    private static final BigDecimal STEP = new BigDecimal("0.5");
    private static final int LONGEST_REASON = 200;
    private static final int SCALE = 4;

    public Overtime {
        reason = reason.strip();
        hours = Balance.plain(hours);
        if (hours.signum() <= 0
                || hours.compareTo(MOST) > 0
                || hours.remainder(STEP).signum() != 0) {
            throw Problem.invalid("hours", "0.5 to 24, in half hours");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "1 to " + LONGEST_REASON + " characters");
        }
    }

    /** Rounded up, so that hours which make a day are never a little less than one. */
    BigDecimal days(BigDecimal hoursPerDay) {
        return hours.divide(hoursPerDay, SCALE, RoundingMode.CEILING);
    }

    /** Tells it from other overtime of the person. */
    String cause() {
        return day + " " + hours.toPlainString() + " h " + reason;
    }
}
