package io.baton.leave;

import io.baton.identity.TenantSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A tenant's terms for days that are counted.
 *
 * @param annual days a year by years of work
 * @param unknown days a year for somebody of whom nobody knows since when this person works
 * @param carryMost how many days of a year may move to the next
 * @param carryUntil up to which day of the next year they can be taken
 * @param hoursPerDay how many hours of overtime make a day
 * @param validDays how many days after it was worked overtime can be taken
 */
record BalanceTerms(
        AnnualLeave annual,
        BigDecimal unknown,
        BigDecimal carryMost,
        MonthDay carryUntil,
        BigDecimal hoursPerDay,
        int validDays) {

    static BalanceTerms of(TenantSettings settings) {
        return new BalanceTerms(
                AnnualLeave.of(settings.text("leave.annual-days", AnnualLeave.BY_LAW)),
                new BigDecimal(settings.text("leave.entitled-annual", "5")),
                new BigDecimal(settings.text("leave.carry-over-most", "366")),
                MonthDay.parse("--" + settings.text("leave.carry-over-until", "12-31")),
                new BigDecimal(settings.text("leave.hours-per-day", "8")),
                settings.number("leave.compensatory-valid-days", 180));
    }

    BigDecimal entitled(Employment employment, int year) {
        return employment.equals(Employment.UNKNOWN) ? unknown : BigDecimal.valueOf(annual.days(employment, year));
    }

    /** The last day on which days that were moved into this year can be taken. */
    LocalDate carriedUntil(int year) {
        return carryUntil.atYear(year);
    }
}
