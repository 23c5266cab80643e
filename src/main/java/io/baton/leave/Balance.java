package io.baton.leave;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Days of a counted type: of a year, or those that were earned.
 *
 * @param entitled what the year brings, or was given
 * @param carried moved here from the year before, less what was moved on to the next
 * @param earned worked beyond the plan
 * @param expired became too old
 * @param reserved asked for and not decided yet
 * @param expiring what will be lost unless it is taken, the next first
 */
public record Balance(
        LeaveType type,
        BigDecimal entitled,
        BigDecimal carried,
        BigDecimal earned,
        BigDecimal expired,
        BigDecimal used,
        BigDecimal reserved,
        List<Expiring> expiring) {

    /** Days that can be taken up to this day, it included. */
    public record Expiring(LocalDate on, BigDecimal days) {}

    public Balance {
        expiring = List.copyOf(expiring);
    }

    /** Everything there was to take. */
    public BigDecimal total() {
        return plain(entitled.add(carried).add(earned).subtract(expired));
    }

    public BigDecimal remaining() {
        return plain(total().subtract(used).subtract(reserved));
    }

    /** The balance as it would be without a reservation. */
    Balance without(BigDecimal reservation) {
        return new Balance(
                type, entitled, carried, earned, expired, used, plain(reserved.subtract(reservation)), expiring);
    }

    /** Without zeros that say nothing, because people read it. */
    static BigDecimal plain(BigDecimal days) {
        var stripped = days.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
