package io.baton.rota;

import static io.baton.rota.DayKind.ADJUSTED_WORKDAY;
import static io.baton.rota.DayKind.DAY_OFF;
import static io.baton.rota.DayKind.REST_DAY;
import static io.baton.rota.DayKind.STATUTORY_HOLIDAY;
import static io.baton.rota.DayKind.WORKDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.ProcessTest;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The calendar on a real database, for years that no other test announces. */
@ProcessTest
@RecordApplicationEvents
class WorkCalendarTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final LocalDate MONDAY = LocalDate.of(2071, 3, 2);

    @Autowired
    private WorkCalendar calendar;

    @Autowired
    private CalendarEditor editor;

    @Autowired
    private TenantScope scope;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    @BeforeEach
    void announce() {
        scope.run(
                ACME,
                () -> editor.announce(
                        2071,
                        List.of(
                                special(MONDAY, STATUTORY_HOLIDAY),
                                special(MONDAY.plusDays(1), DAY_OFF),
                                special(MONDAY.plusDays(5), ADJUSTED_WORKDAY))));
    }

    @Test
    void keepsHolidaysApartFromDaysThatWereMoved() {
        var week = in(ACME, () -> calendar.days(MONDAY, MONDAY.plusDays(6)));

        assertThat(week)
                .extracting(CalendarDay::kind)
                .containsExactly(STATUTORY_HOLIDAY, DAY_OFF, WORKDAY, WORKDAY, WORKDAY, ADJUSTED_WORKDAY, REST_DAY);
        assertThat(week).extracting(CalendarDay::name).containsExactly("节", "节", "", "", "", "节", "");
        assertThat(week).allMatch(CalendarDay::announced);
    }

    @ParameterizedTest
    @EnumSource(DayKind.class)
    void worksOnWorkdaysAndOnAdjustedOnesOnly(DayKind kind) {
        assertThat(kind.isWorked()).isEqualTo(kind == WORKDAY || kind == ADJUSTED_WORKDAY);
    }

    @Test
    void knowsTheWeekOfAYearThatNobodyAnnounced() {
        var sunday = in(ACME, () -> calendar.day(LocalDate.of(2072, 10, 2)));

        assertThat(sunday).isEqualTo(new CalendarDay(LocalDate.of(2072, 10, 2), REST_DAY, "", false));
        assertThat(in(ACME, () -> calendar.isAnnounced(2072))).isFalse();
        assertThat(in(ACME, () -> calendar.isAnnounced(2071))).isTrue();
        assertThat(in(ACME, () -> calendar.day(LocalDate.of(9999, 1, 1))).announced())
                .isFalse();
    }

    @Test
    void crossesIntoAnUnknownYear() {
        var turn = in(ACME, () -> calendar.days(LocalDate.of(2071, 12, 31), LocalDate.of(2072, 1, 1)));

        assertThat(turn).extracting(CalendarDay::announced).containsExactly(true, false);
        assertThat(in(ACME, () -> calendar.days(MONDAY, MONDAY.minusDays(1)))).isEmpty();
    }

    @Test
    void replacesWhatAnEarlierNoticeSaidAndNothingElse() {
        var december = LocalDate.of(2070, 12, 31);
        scope.run(ACME, () -> editor.announce(2071, List.of(special(MONDAY, DAY_OFF), special(december, DAY_OFF))));

        assertThat(in(ACME, () -> calendar.day(MONDAY)).kind()).isEqualTo(DAY_OFF);
        assertThat(in(ACME, () -> calendar.day(MONDAY.plusDays(5))).kind()).isEqualTo(REST_DAY);
        assertThat(in(ACME, () -> calendar.day(december))).isEqualTo(new CalendarDay(december, DAY_OFF, "节", false));

        scope.run(ACME, () -> editor.announce(2070, List.of()));
        assertThat(in(ACME, () -> calendar.day(december))).isEqualTo(new CalendarDay(december, DAY_OFF, "节", true));
    }

    @Test
    void keepsTheCalendarsOfTenantsApart() {
        var elsewhere = in(new Tenant("globex"), () -> calendar.day(MONDAY));

        assertThat(elsewhere).isEqualTo(new CalendarDay(MONDAY, WORKDAY, "", false));
        assertThat(in(
                        new Tenant("globex"),
                        () -> jdbc.sql("select count(*) from calendar_day where day = ?")
                                .param(MONDAY)
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void tellsTheTrailWhatWasAnnounced() {
        assertThat(events.stream(CalendarAnnounced.class)).last().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("calendar");
            assertThat(event.subjectId()).isEqualTo("2071");
            assertThat(event.after()).isEqualTo("{ADJUSTED_WORKDAY=1, DAY_OFF=1, STATUTORY_HOLIDAY=1}");
            assertThat(event.actor().tenant()).isEqualTo(ACME);
        });
    }

    private <T> T in(Tenant tenant, Supplier<T> work) {
        return scope.call(tenant, work);
    }

    private static SpecialDay special(LocalDate date, DayKind kind) {
        return new SpecialDay(date, kind, "节", "Festival");
    }
}
