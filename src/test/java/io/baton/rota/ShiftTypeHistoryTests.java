package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShiftTypeHistoryTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UUID ID = new UUID(1, 1);
    private static final LocalDate MAY = LocalDate.of(2031, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2031, 6, 1);

    private final ShiftTypeVersion first = version(1, MAY, 6, 14);
    private final ShiftTypeVersion later = version(2, JUNE, 8, 16);
    private final ShiftTypeHistory history = history(later, first);

    @Test
    void isWhatTheVersionOfTheDaySays() {
        assertThat(history.on(MAY.minusDays(1))).isEmpty();
        assertThat(history.on(MAY)).hasValue(first);
        assertThat(history.on(JUNE.minusDays(1))).hasValue(first);
        assertThat(history.on(JUNE)).hasValue(later);
        assertThat(history.on(JUNE.plusYears(5))).hasValue(later);
    }

    @Test
    void showsWhatItIsGoingToBeBeforeItBegins() {
        assertThat(history.at(MAY.minusYears(1))).isEqualTo(first.type());
        assertThat(history.at(JUNE)).isEqualTo(later.type());
    }

    @Test
    void isOfferedFromItsFirstDayUntilItIsRetired() {
        var retired = new ShiftTypeHistory(ID, "early", 3, Instant.EPOCH, history.versions());

        assertThat(history.isOffered(MAY.minusDays(1))).isFalse();
        assertThat(history.isOffered(MAY)).isTrue();
        assertThat(retired.isOffered(JUNE)).isFalse();
        assertThat(retired.at(JUNE)).isEqualTo(later.type());
    }

    @Test
    void takesTheLaterWordForTheSameDay() {
        var corrected = version(3, JUNE, 9, 17);

        assertThat(history(corrected, later, first).on(JUNE)).hasValue(corrected);
        assertThat(history(first, corrected, later).on(JUNE)).hasValue(corrected);
    }

    @Test
    void keepsAnAnnouncedChangeWhenAnEarlierOneIsAddedAfterIt() {
        var between = version(3, MAY.plusDays(10), 7, 15);

        var all = history(first, later, between);

        assertThat(all.on(MAY.plusDays(10))).hasValue(between);
        assertThat(all.on(JUNE)).hasValue(later);
    }

    @Test
    void knowsTheVersionAShiftWasPlannedBy() {
        assertThat(history.plannedBy(row(JUNE, 6, 14), ZONE))
                .as("planned before the change, worked after it")
                .isEqualTo(first.type());
        assertThat(history.plannedBy(row(JUNE, 8, 16), ZONE)).isEqualTo(later.type());
        assertThat(history.plannedBy(row(JUNE, 12, 16), ZONE))
                .as("cut by leave")
                .isEqualTo(later.type());
        assertThat(history.plannedBy(row(MAY, 6, 12), ZONE)).isEqualTo(first.type());
        assertThat(history.plannedBy(row(JUNE, 1, 3), ZONE))
                .as("by none of them")
                .isEqualTo(later.type());
    }

    @Test
    void paysTheBreaksOfTheVersionItWasPlannedBy() {
        var row = row(JUNE, 6, 14);

        assertThat(history.plannedBy(row, ZONE).paid(JUNE, row.during(), ZONE)).hasHours(7);
        assertThat(history.plannedBy(row, ZONE).pauses(JUNE, row.during(), ZONE))
                .containsExactly(window(JUNE, 7, 8));
    }

    private static ShiftTypeHistory history(ShiftTypeVersion... versions) {
        return new ShiftTypeHistory(ID, "early", versions.length, null, List.of(versions));
    }

    /** With a break in its second hour. */
    private static ShiftTypeVersion version(int number, LocalDate from, int start, int end) {
        var pause = new ShiftType.Break(LocalTime.of(start + 1, 0), LocalTime.of(start + 2, 0));
        var type = new ShiftType(
                ID, "early", "早", "Early", "#000000", LocalTime.of(start, 0), LocalTime.of(end, 0), List.of(pause));
        return new ShiftTypeVersion(number, from, type, "admin", Instant.EPOCH);
    }

    private static Assignment row(LocalDate day, int from, int to) {
        return new Assignment(
                new UUID(2, 2), "a", day, window(day, from, to), ID, Assignment.Status.ACTIVE, null, null);
    }

    private static TimeWindow window(LocalDate day, int from, int to) {
        return new TimeWindow(
                day.atTime(from, 0).atZone(ZONE).toInstant(),
                day.atTime(to, 0).atZone(ZONE).toInstant());
    }
}
