package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.Ids;
import io.baton.kernel.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person's assignments add up to. */
class TimetableTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final Timetable timetable =
            new Timetable(row -> row.during().duration().toMinutes());

    @Test
    void findsWhoHasTheTime() {
        var early = work(MONDAY, 6, 14);

        assertThat(timetable.taking(window(MONDAY, 13, 21))).contains(early);
        assertThat(timetable.taking(window(MONDAY, 2, 7))).contains(early);
        assertThat(timetable.taking(window(MONDAY, 5, 15))).contains(early);
        assertThat(timetable.taking(window(MONDAY, 8, 9))).contains(early);
        assertThat(timetable.taking(window(MONDAY, 14, 22))).isEmpty();
        assertThat(timetable.taking(window(MONDAY, 0, 6))).isEmpty();
    }

    @Test
    void measuresTheShorterRestAcrossMidnight() {
        work(MONDAY, 14, 22);
        work(MONDAY.plusDays(2), 0, 8);

        assertThat(timetable.rest(window(MONDAY.plusDays(1), 6, 14))).hasHours(8);
        assertThat(timetable.rest(window(MONDAY.plusDays(1), 14, 22))).hasHours(2);
        assertThat(timetable.rest(window(MONDAY.plusDays(40), 6, 14))).hasDays(7);
    }

    @Test
    void takesLeaveForNeitherWorkNorRest() {
        add(MONDAY, 6, 14, Assignment.Status.LEAVE);

        assertThat(timetable.rest(window(MONDAY, 15, 22))).hasDays(7);
        assertThat(timetable.day(MONDAY)).isZero();
        assertThat(timetable.daysInARow(MONDAY.plusDays(1))).isEqualTo(1);
    }

    @Test
    void countsTheRunOfDaysOnBothSides() {
        for (int day : List.of(0, 1, 2, 4, 5, 7)) {
            work(MONDAY.plusDays(day), 6, 14);
        }

        assertThat(timetable.daysInARow(MONDAY.plusDays(3))).isEqualTo(6);
        assertThat(timetable.daysInARow(MONDAY.plusDays(6))).isEqualTo(4);
        assertThat(timetable.daysInARow(MONDAY.plusDays(20))).isEqualTo(1);
    }

    @Test
    void aNightBelongsToTheDayOnWhichItStarts() {
        add(MONDAY.plusDays(6), 22, 30, Assignment.Status.ACTIVE);

        assertThat(timetable.day(MONDAY.plusDays(6))).isEqualTo(480);
        assertThat(timetable.day(MONDAY.plusDays(7))).isZero();
        assertThat(timetable.week(MONDAY)).isEqualTo(480);
        assertThat(timetable.week(MONDAY.plusDays(7))).isZero();
    }

    @Test
    void overtimeIsWhatGoesBeyondTheContractInTheWeeksThatEndInTheMonth() {
        // The week of 30 November ends on 6 December: it counts for December, that of 23 November for November.
        for (int day = 0; day < 5; day++) {
            work(MONDAY.plusDays(day), 6, 16);
            work(MONDAY.plusDays(7 + day), 6, 15);
        }

        assertThat(timetable.overtime(MONDAY, 0, 2400)).isEqualTo(600);
        assertThat(timetable.overtime(MONDAY, 60, 2400)).isEqualTo(660);
        assertThat(timetable.overtime(MONDAY.plusDays(7), 0, 2400)).isEqualTo(300);
        assertThat(timetable.overtime(MONDAY.plusDays(14), 2460, 2400)).isEqualTo(360);
        assertThat(timetable.overtime(MONDAY.plusDays(60), 0, 2400)).isZero();
    }

    @Test
    void looksAsFarAsItsFiguresReach() {
        assertThat(Timetable.earliest(LocalDate.of(2026, 12, 1))).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(Timetable.earliest(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2026, 12, 17));
        assertThat(Timetable.earliest(LocalDate.of(2026, 12, 27))).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(Timetable.latest(LocalDate.of(2026, 12, 1))).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(Timetable.latest(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void breaksAreNotPaid() {
        var pause = new ShiftType.Break(LocalTime.of(2, 0), LocalTime.of(3, 0));
        var night = new ShiftType(
                Ids.next(), "night", "夜班", "Night", "#000000", LocalTime.of(22, 0), LocalTime.of(6, 0), List.of(pause));

        assertThat(night.paid(MONDAY, night.on(MONDAY, ZONE), ZONE)).hasHours(7);
        assertThat(night.paid(MONDAY, window(MONDAY, 22, 24), ZONE)).hasHours(2);
    }

    /** On the days on which the clock is moved a night has an hour more or less. */
    @Test
    void paysTheHoursThatWereWorkedWhenTheClockIsMoved() {
        var zone = ZoneId.of("Europe/Berlin");
        var night = new ShiftType(
                Ids.next(), "night", "夜班", "Night", "#000000", LocalTime.of(22, 0), LocalTime.of(6, 0), List.of());
        var spring = LocalDate.of(2026, 3, 28);
        var autumn = LocalDate.of(2026, 10, 24);

        assertThat(night.paid(spring, night.on(spring, zone), zone)).isEqualTo(Duration.ofHours(7));
        assertThat(night.paid(autumn, night.on(autumn, zone), zone)).isEqualTo(Duration.ofHours(9));
    }

    private Assignment work(LocalDate day, int from, int to) {
        return add(day, from, to, Assignment.Status.ACTIVE);
    }

    private Assignment add(LocalDate day, int from, int to, Assignment.Status status) {
        var row = new Assignment(Ids.next(), "kf001", day, window(day, from, to), null, status, null, leave(status));
        timetable.add(row);
        return row;
    }

    private static UUID leave(Assignment.Status status) {
        return status == Assignment.Status.LEAVE ? Ids.next() : new UUID(0, 0);
    }

    private static TimeWindow window(LocalDate day, int from, int to) {
        return new TimeWindow(at(day, from), at(day, to));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atStartOfDay(ZONE).plusHours(hour).toInstant();
    }
}
