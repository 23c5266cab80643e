package io.baton.leave;

import java.math.BigDecimal;

/**
 * Days of a counted type in a year.
 *
 * @param reserved asked for and not decided yet
 */
public record Balance(LeaveType type, BigDecimal entitled, BigDecimal used, BigDecimal reserved) {

    public BigDecimal remaining() {
        return entitled.subtract(used).subtract(reserved);
    }

    /** The balance as it would be without a reservation. */
    Balance without(BigDecimal reservation) {
        return new Balance(type, entitled, used, reserved.subtract(reservation));
    }
}
