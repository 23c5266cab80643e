package io.baton.handoff;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningHoursTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate A_MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void closesAtTheEndOfTheSpan() {
        var hours = hours(span(MONDAY, "09:00", "12:00"), span(MONDAY, "13:00", "18:00"));
        assertThat(closing(hours, "2026-11-23T08:59")).isNull();
        assertThat(closing(hours, "2026-11-23T09:00")).isEqualTo("2026-11-23T12:00");
        assertThat(closing(hours, "2026-11-23T12:00")).isNull();
        assertThat(closing(hours, "2026-11-23T17:59")).isEqualTo("2026-11-23T18:00");
        assertThat(closing(hours, "2026-11-24T10:00")).isNull();
    }

    @Test
    void goesOnAcrossMidnightAndAcrossTheTurnOfTheWeek() {
        var hours = hours(span(FRIDAY, "22:00", "02:00"), span(SUNDAY, "20:00", "03:00"));
        assertThat(closing(hours, "2026-11-27T23:00")).isEqualTo("2026-11-28T02:00");
        assertThat(closing(hours, "2026-11-28T01:59")).isEqualTo("2026-11-28T02:00");
        assertThat(closing(hours, "2026-11-28T02:00")).isNull();
        assertThat(closing(hours, "2026-11-30T02:30")).isEqualTo("2026-11-30T03:00");
    }

    @Test
    void takesSpansThatTouchAsOne() {
        var hours =
                hours(span(MONDAY, "08:00", "12:00"), span(MONDAY, "12:00", "00:00"), span(TUESDAY, "00:00", "06:00"));
        assertThat(closing(hours, "2026-11-23T09:00")).isEqualTo("2026-11-24T06:00");
    }

    @Test
    void neverClosesAroundTheClock() {
        var always = OpeningHours.daily(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(always.closing(at("2026-11-23T15:00"), SHANGHAI, Set.of())).contains(Instant.MAX);
    }

    @Test
    void opensEachDayByTheHoursOfTheTenant() {
        var day = OpeningHours.daily(LocalTime.of(9, 0), LocalTime.of(18, 0));
        assertThat(closing(day, "2026-11-29T17:00")).isEqualTo("2026-11-29T18:00");
        assertThat(closing(day, "2026-11-29T18:00")).isNull();
        var night = OpeningHours.daily(LocalTime.of(20, 0), LocalTime.of(4, 0));
        assertThat(closing(night, "2026-11-29T03:59")).isEqualTo("2026-11-29T04:00");
        assertThat(closing(night, "2026-11-29T12:00")).isNull();
    }

    @Test
    void opensNothingOnAHolidayButEndsWhatBeganBefore() {
        var night = OpeningHours.daily(LocalTime.of(20, 0), LocalTime.of(4, 0));
        var holiday = Set.of(LocalDate.of(2026, 10, 1));
        assertThat(night.closing(at("2026-10-01T02:00"), SHANGHAI, holiday)).contains(at("2026-10-01T04:00"));
        assertThat(night.closing(at("2026-10-01T21:00"), SHANGHAI, holiday)).isEmpty();
        assertThat(night.closing(at("2026-10-02T21:00"), SHANGHAI, holiday)).contains(at("2026-10-03T04:00"));
        var always = OpeningHours.daily(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(always.closing(at("2026-09-30T23:00"), SHANGHAI, holiday)).contains(at("2026-10-01T00:00"));
    }

    @Test
    void isAlwaysClosedWithoutASpan() {
        assertThat(closing(hours(), "2026-11-23T12:00")).isNull();
        assertThat(hours().overlaps()).isFalse();
    }

    @Test
    void followsTheClockOnTheNightItIsMoved() {
        var berlin = ZoneId.of("Europe/Berlin");
        var night = hours(span(SATURDAY, "22:00", "04:00"));
        var late = LocalDateTime.parse("2027-03-27T23:00").atZone(berlin).toInstant();
        assertThat(night.closing(late, berlin, Set.of()))
                .contains(Instant.parse("2027-03-28T02:00:00Z"))
                .contains(late.plusSeconds(4 * 3600));
    }

    @Test
    void findsSpansAtTheSameTime() {
        assertThat(hours(span(MONDAY, "09:00", "12:00"), span(MONDAY, "11:59", "13:00"))
                        .overlaps())
                .isTrue();
        assertThat(hours(span(MONDAY, "09:00", "12:00"), span(MONDAY, "12:00", "13:00"))
                        .overlaps())
                .isFalse();
        assertThat(hours(span(SUNDAY, "22:00", "06:00"), span(MONDAY, "05:00", "07:00"))
                        .overlaps())
                .isTrue();
        assertThat(hours(span(MONDAY, "09:00", "10:00"), span(MONDAY, "09:00", "10:00"))
                        .overlaps())
                .isTrue();
        assertThat(hours(span(MONDAY, "00:00", "00:00"), span(TUESDAY, "00:00", "00:00"))
                        .overlaps())
                .isFalse();
        assertThat(OpeningHours.daily(LocalTime.NOON, LocalTime.NOON).overlaps())
                .isFalse();
    }

    /** Compared with a look at each minute of the week. */
    @Property
    void isOpenExactlyInItsSpans(
            @ForAll @IntRange(min = 0, max = 7 * 24 * 60 - 1) int minute,
            @ForAll @IntRange(min = 0, max = 6) int firstDay,
            @ForAll @IntRange(min = 0, max = 1439) int firstOpens,
            @ForAll @IntRange(min = 0, max = 1439) int firstCloses,
            @ForAll @IntRange(min = 0, max = 6) int secondDay,
            @ForAll @IntRange(min = 0, max = 1439) int secondOpens,
            @ForAll @IntRange(min = 0, max = 1439) int secondCloses) {
        var spans = List.of(
                span(DayOfWeek.of(firstDay + 1), firstOpens, firstCloses),
                span(DayOfWeek.of(secondDay + 1), secondOpens, secondCloses));
        var now = A_MONDAY.atStartOfDay(SHANGHAI).plusMinutes(minute).toInstant();
        boolean open = spans.stream().anyMatch(span -> covers(span, minute));
        assertThat(new OpeningHours(spans).closing(now, SHANGHAI, Set.of()).isPresent())
                .isEqualTo(open);
        boolean twice = Stream.iterate(0, each -> each < 7 * 24 * 60, each -> each + 1)
                .anyMatch(each -> spans.stream().allMatch(span -> covers(span, each)));
        assertThat(new OpeningHours(spans).overlaps()).isEqualTo(twice);
    }

    private static boolean covers(Opening span, int minute) {
        return Math.floorMod(minute - span.firstMinute(), 7 * 24 * 60) < span.minutes();
    }

    private static OpeningHours hours(Opening... spans) {
        return new OpeningHours(List.of(spans));
    }

    private static Opening span(DayOfWeek day, String opens, String closes) {
        return new Opening(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Opening span(DayOfWeek day, int opens, int closes) {
        return new Opening(day, LocalTime.ofSecondOfDay(opens * 60L), LocalTime.ofSecondOfDay(closes * 60L));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static @Nullable String closing(OpeningHours hours, String local) {
        Optional<Instant> closing = hours.closing(at(local), SHANGHAI, Set.of());
        return closing.map(instant -> LocalDateTime.ofInstant(instant, SHANGHAI).toString())
                .orElse(null);
    }
}
