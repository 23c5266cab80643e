package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.rota.DayKind;
import io.baton.rota.SpecialDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCalendarTests {

    @ParameterizedTest
    @CsvSource({"2025, 13, 5, 28", "2026, 13, 6, 33"})
    void hasThirteenHolidaysAYear(int year, int statutory, int worked, int off) {
        assertThat(days(year, DayKind.STATUTORY_HOLIDAY)).hasSize(statutory);
        assertThat(days(year, DayKind.ADJUSTED_WORKDAY))
                .hasSize(worked)
                .allSatisfy(day -> assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(year(year)).filteredOn(day -> !day.kind().isWorked()).hasSize(off);
    }

    @Test
    void givesBackEveryWeekendThatIsWorked() {
        for (var year : List.of(2025, 2026)) {
            var weekendHolidays = days(year, DayKind.STATUTORY_HOLIDAY).stream()
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0)
                    .count();
            assertThat((long) days(year, DayKind.DAY_OFF).size())
                    .as("days off of %d", year)
                    .isEqualTo(days(year, DayKind.ADJUSTED_WORKDAY).size() + weekendHolidays);
        }
    }

    private static List<LocalDate> days(int year, DayKind kind) {
        return year(year).stream()
                .filter(day -> day.kind() == kind)
                .map(SpecialDay::date)
                .toList();
    }

    private static List<SpecialDay> year(int year) {
        return Objects.requireNonNull(DemoCalendar.read().get(year));
    }
}
