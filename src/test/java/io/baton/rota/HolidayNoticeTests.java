package io.baton.rota;

import static io.baton.rota.NoticeDay.Doubt.OTHER_NAME;
import static io.baton.rota.NoticeDay.Doubt.UNKNOWN_NAME;
import static io.baton.rota.NoticeDay.Doubt.WORKED_ANYWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is statutory is told from the notices of three years, the first of them under the older statute. */
class HolidayNoticeTests {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void findsTheStatutoryHolidaysAndNoOther(int year) {
        assertThat(of(year, DayKind.STATUTORY_HOLIDAY)).isEqualTo(NoticeSamples.statutory(year));
        assertThat(HolidayNotice.statutory(year)).isEqualTo(NoticeSamples.statutory(year));
        assertThat(NoticeSamples.of(year).missing()).isEmpty();
        assertThat(NoticeSamples.of(year).days(WEEKEND)).allMatch(day -> day.doubt() == null);
    }

    @ParameterizedTest
    @CsvSource({"2024, 11, 10, 7, 8", "2025, 13, 6, 9, 5", "2026, 13, 9, 11, 6"})
    void keepsThemApartFromDaysThatWereMoved(int year, int statutory, int off, int rest, int worked) {
        assertThat(of(year, DayKind.STATUTORY_HOLIDAY)).hasSize(statutory);
        assertThat(of(year, DayKind.DAY_OFF)).hasSize(off).noneMatch(day -> WEEKEND.contains(day.getDayOfWeek()));
        assertThat(of(year, DayKind.REST_DAY)).hasSize(rest).allMatch(day -> WEEKEND.contains(day.getDayOfWeek()));
        assertThat(of(year, DayKind.ADJUSTED_WORKDAY))
                .hasSize(worked)
                .allMatch(day -> WEEKEND.contains(day.getDayOfWeek()));
        assertThat(of(year, DayKind.WORKDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2014, 11", "2017, 11", "2020, 10", "2023, 11", "2027, 13", "2033, 13"})
    void countsADayOnceWhenTwoFestivalsMeet(int year, int days) {
        assertThat(HolidayNotice.statutory(year)).hasSize(days);
    }

    @Test
    void takesADayOffForADayOffWhenItsNameIsThatOfNoFestival() {
        var read = read("公司日", "2026-05-20", true);

        assertThat(read.day().kind()).isEqualTo(DayKind.DAY_OFF);
        assertThat(read.day().en()).isEqualTo("公司日");
        assertThat(read.doubt()).isEqualTo(UNKNOWN_NAME);
    }

    @Test
    void believesNeitherTheDateNorTheNameAlone() {
        assertThat(read("公司日", "2026-05-01", true).day().kind()).isEqualTo(DayKind.DAY_OFF);
        assertThat(read("公司日", "2026-05-01", true).doubt()).isEqualTo(OTHER_NAME);
        assertThat(read("劳动节", "2026-05-05", true).day().kind()).isEqualTo(DayKind.DAY_OFF);
        assertThat(read("劳动节", "2026-05-05", true).doubt()).isNull();
    }

    @Test
    void seesThatADaySaidToBeWorkedIsWorkedAnyway() {
        assertThat(read("国庆节", "2026-10-12", false).day().kind()).isEqualTo(DayKind.WORKDAY);
        assertThat(read("国庆节", "2026-10-12", false).doubt()).isEqualTo(WORKED_ANYWAY);
        var saturday =
                new HolidayNotice(2026, List.of(new HolidayNotice.Entry("国庆节", LocalDate.of(2026, 10, 10), false)));
        assertThat(saturday.days(EnumSet.of(DayOfWeek.SUNDAY)).getFirst().day().kind())
                .isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void tellsWhichStatutoryHolidaysANoticeLacks() {
        var only = new HolidayNotice(
                2026,
                NoticeSamples.of(2026).entries().stream()
                        .filter(entry -> !entry.name().equals("中秋节"))
                        .toList());

        assertThat(only.missing()).containsExactly(LocalDate.of(2026, 9, 25));
    }

    private static NoticeDay read(String name, String date, boolean off) {
        var entry = new HolidayNotice.Entry(name, LocalDate.parse(date), off);
        return new HolidayNotice(2026, List.of(entry)).days(WEEKEND).getFirst();
    }

    private static List<LocalDate> of(int year, DayKind kind) {
        return NoticeSamples.of(year).days(WEEKEND).stream()
                .map(NoticeDay::day)
                .filter(day -> day.kind() == kind)
                .map(SpecialDay::date)
                .toList();
    }
}
