package io.baton.rota;

import io.baton.identity.TenantSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** What {@code rules/rota.drl} knows about shifts that are to be planned. Plain values: the rules read nothing else. */
public final class RotaFacts {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private RotaFacts() {}

    /**
     * One shift for one person, with the figures as they would be if it were planned; all times are in minutes.
     *
     * @param slot its number within the request
     * @param blockedBy the live assignment that has some of its time; empty when none does
     * @param takenBy how people call that assignment
     * @param heldBy the number of the open request that holds it; empty when none does
     * @param offered whether its type is offered on the day: in force and not retired
     * @param missingSkills what the shift needs and the person lacks, in one line
     * @param rest the shorter of the rests before and after it; a week when there is no shift within a week
     * @param daysInARow the run of working days that it would be part of
     * @param day paid time of its day
     * @param week paid time of its week
     * @param contract paid time of a week by the person's contract
     * @param overtime what goes beyond the contract in the weeks that end in the month in which its week ends
     */
    public record Proposal(
            int slot,
            String blockedBy,
            String takenBy,
            String heldBy,
            boolean onLeave,
            boolean begun,
            boolean offered,
            String missingSkills,
            long rest,
            int daysInARow,
            long day,
            long week,
            long contract,
            long overtime) {

        public boolean isTaken() {
            return !blockedBy.isEmpty();
        }

        public boolean isHeld() {
            return !heldBy.isEmpty();
        }

        /** Minutes as hours, with a decimal where there is one. */
        public String hours(long minutes) {
            return BigDecimal.valueOf(minutes)
                    .divide(HOUR, 1, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /** The tenant's limits; times in minutes. */
    public record Limits(long rest, int daysInARow, long day, long week, long overtime) {

        public static Limits of(TenantSettings settings) {
            return new Limits(
                    settings.duration("rota.rest", Duration.ofHours(11)).toMinutes(),
                    settings.number("rota.days-in-a-row", 6),
                    settings.duration("rota.day", Duration.ofHours(8)).toMinutes(),
                    settings.duration("rota.week", Duration.ofHours(44)).toMinutes(),
                    settings.duration("rota.overtime", Duration.ofHours(36)).toMinutes());
        }
    }
}
