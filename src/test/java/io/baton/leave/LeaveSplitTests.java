package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.rota.CalendarDay;
import io.baton.rota.DayKind;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which days of a leave count, around Mid-Autumn 2026: a worked Sunday, a holiday, rest and a day off. */
class LeaveSplitTests {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 9, 20);
    private static final Map<LocalDate, DayKind> KINDS = Map.of(
            SUNDAY,
            DayKind.ADJUSTED_WORKDAY,
            SUNDAY.plusDays(5),
            DayKind.STATUTORY_HOLIDAY,
            SUNDAY.plusDays(6),
            DayKind.REST_DAY,
            SUNDAY.plusDays(7),
            DayKind.DAY_OFF);

    @Test
    void countsAdjustedWorkingDaysButNeitherRestDaysNorHolidays() {
        var split = split(SUNDAY, Half.MORNING, SUNDAY.plusDays(8), Half.AFTERNOON, true);

        assertThat(split.cost()).isEqualByComparingTo("6");
        assertThat(split.segments())
                .filteredOn(segment -> !segment.counts())
                .extracting(LeaveSplit.Segment::kind)
                .containsExactly(DayKind.STATUTORY_HOLIDAY, DayKind.REST_DAY, DayKind.DAY_OFF);
    }

    @Test
    void countsHalvesAtBothEnds() {
        var split = split(SUNDAY.plusDays(2), Half.AFTERNOON, SUNDAY.plusDays(4), Half.MORNING, true);

        assertThat(split.cost()).isEqualByComparingTo("2");
        assertThat(split.segments().getFirst().halves()).containsExactly(Half.AFTERNOON);
        assertThat(split.segments().getLast().halves()).containsExactly(Half.MORNING);
    }

    @Test
    void costsNothingOnDaysOffAlone() {
        assertThat(split(SUNDAY.plusDays(5), Half.MORNING, SUNDAY.plusDays(7), Half.AFTERNOON, true)
                        .cost())
                .isEqualByComparingTo("0");
    }

    @Test
    void takesASingleDayAsItIsAskedFor() {
        assertThat(split(SUNDAY.plusDays(6), Half.MORNING, SUNDAY.plusDays(6), Half.AFTERNOON, false)
                        .cost())
                .isEqualByComparingTo("1");
    }

    @Test
    void costsOfEachYearTheDaysThatLieInIt() {
        var eve = LocalDate.of(2027, 12, 31);
        var days = List.of(
                new CalendarDay(eve.minusDays(1), DayKind.WORKDAY, "", true),
                new CalendarDay(eve, DayKind.WORKDAY, "", true),
                new CalendarDay(eve.plusDays(1), DayKind.STATUTORY_HOLIDAY, "", true),
                new CalendarDay(eve.plusDays(2), DayKind.WORKDAY, "", true));

        var split = LeaveSplit.of(
                new HalfDays(eve.minusDays(1), Half.AFTERNOON, eve.plusDays(2), Half.MORNING), true, days);

        assertThat(split.yearly().days()).containsOnlyKeys(2027, 2028);
        assertThat(split.yearly().days().get(2027)).isEqualByComparingTo("1.5");
        assertThat(split.yearly().days().get(2028)).isEqualByComparingTo("0.5");
        assertThat(split.yearly().sum()).isEqualByComparingTo(split.cost());
    }

    @Test
    void saysWhichYearsAreUnknown() {
        var eve = LocalDate.of(2027, 12, 31);
        var days = List.of(
                new CalendarDay(eve, DayKind.WORKDAY, "", true),
                new CalendarDay(eve.plusDays(1), DayKind.REST_DAY, "", false),
                new CalendarDay(eve.plusDays(2), DayKind.REST_DAY, "", false));

        var split = LeaveSplit.of(new HalfDays(eve, Half.MORNING, eve.plusDays(2), Half.MORNING), true, days);

        assertThat(split.unannounced()).containsExactly(2028);
    }

    private static LeaveSplit split(LocalDate from, Half start, LocalDate to, Half end, boolean period) {
        var calendar = from.datesUntil(to.plusDays(1))
                .map(day -> new CalendarDay(day, KINDS.getOrDefault(day, DayKind.WORKDAY), "", true))
                .toList();
        return LeaveSplit.of(new HalfDays(from, start, to, end), period, calendar);
    }
}
