package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days that the law gives, by dates. */
class AnnualLeaveTests {

    private static final AnnualLeave LAW = AnnualLeave.of(AnnualLeave.BY_LAW);

    @ParameterizedTest
    @CsvSource({
        // Less than a year of work brings nothing.
        "2027-01-01, 2027-01-01, 2027, 0",
        "2026-12-31, 2026-12-31, 2026, 0",
        // From the day on which the first year is full: 184 of 365 days, 2.52 days.
        "2026-07-01, 2026-07-01, 2027, 2",
        "2026-01-01, 2026-01-01, 2027, 5",
        "2026-01-02, 2026-01-02, 2027, 4",
        "2017-01-02, 2017-01-02, 2026, 5",
        // Half of the year at five days, half at ten: 7.52 days.
        "2017-07-01, 2017-07-01, 2027, 7",
        "2016-12-31, 2016-12-31, 2027, 10",
        "2007-07-01, 2007-07-01, 2027, 12",
        "2000-01-01, 2000-01-01, 2027, 15",
        "1970-01-01, 1970-01-01, 2027, 15",
        // A leap year has no sixteenth day.
        "1990-01-01, 1990-01-01, 2028, 15",
        // Whoever joins during the year brings the years worked elsewhere: 184 of 365 days of ten.
        "2010-01-01, 2027-07-01, 2027, 5",
        "2010-01-01, 2027-12-31, 2027, 0",
        "2010-01-01, 2028-01-01, 2027, 0",
        // Somebody born on a leap day is one year older on the last of February.
        "2024-02-29, 2024-02-29, 2025, 4"
    })
    void countsByYearsOfWorkAndByCalendarDays(LocalDate worksSince, LocalDate employedSince, int year, int days) {
        assertThat(LAW.days(new Employment(worksSince, employedSince), year)).isEqualTo(days);
    }

    @Test
    void isContentWithOneOfTheDates() {
        assertThat(LAW.days(new Employment(date("2010-03-01"), null), 2027)).isEqualTo(10);
        assertThat(LAW.days(new Employment(null, date("2010-03-01")), 2027)).isEqualTo(10);
        assertThatThrownBy(() -> LAW.days(Employment.UNKNOWN, 2027)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheBandsOfTheTenant() {
        var generous = AnnualLeave.of("0:12, 5:20");

        assertThat(generous.days(new Employment(date("2027-01-01"), null), 2027))
                .isEqualTo(12);
        assertThat(generous.days(new Employment(date("2020-01-01"), null), 2027))
                .isEqualTo(20);
    }

    @Test
    void refusesWhoJoinedBeforeWorkingAtAll() {
        assertThatThrownBy(() -> new Employment(date("2020-01-02"), date("2020-01-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void neverShrinksWithTheYearsAndStaysWithinTheLaw(
            @ForAll @IntRange(min = 0, max = 20_000) int worked,
            @ForAll @IntRange(min = 0, max = 20_000) int ago,
            @ForAll @IntRange(min = 2020, max = 2060) int year) {
        var joined = date("2060-12-31").minusDays(Math.min(worked, ago));
        var service = new Employment(date("2060-12-31").minusDays(worked), joined);

        var days = LAW.days(service, year);

        assertThat(days).isBetween(0, 15).isLessThanOrEqualTo(LAW.days(service, year + 1));
        if (joined.getYear() > year) {
            assertThat(days).isZero();
        }
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
