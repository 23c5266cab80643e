package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The live assignments of one agent around the days that are planned, and what they add up to. Not safe for several
 * threads.
 */
final class Timetable {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int DAYS = 7;

    /** How far a row of working days is looked at, to both sides. */
    private static final int REACH = 14;

    private final ToLongFunction<Assignment> paidMinutes;
    private final TreeMap<Instant, Assignment> rows = new TreeMap<>();
    private final Map<LocalDate, Long> minutes = new HashMap<>();

    /** @param paidMinutes how much of an assignment is paid */
    Timetable(ToLongFunction<Assignment> paidMinutes) {
        this.paidMinutes = paidMinutes;
    }

    void add(Assignment row) {
        rows.put(row.during().start(), row);
        if (row.status() == Assignment.Status.ACTIVE) {
            minutes.merge(row.day(), paidMinutes.applyAsLong(row), Long::sum);
        }
    }

    void remove(Assignment row) {
        rows.remove(row.during().start());
        if (row.status() == Assignment.Status.ACTIVE) {
            long paid = paidMinutes.applyAsLong(row);
            minutes.computeIfPresent(row.day(), (day, sum) -> sum > paid ? Long.valueOf(sum - paid) : null);
        }
    }

    /** The first work that has some of this time; the first leave when no work has. */
    Optional<Assignment> taking(TimeWindow window) {
        var before = rows.floorEntry(window.start());
        var reaching = Stream.ofNullable(before)
                .map(Map.Entry::getValue)
                .filter(row -> row.during().overlaps(window));
        var there = Stream.concat(reaching, rows.subMap(window.start(), false, window.end(), false).values().stream())
                .toList();
        return there.stream()
                .filter(Timetable::isWork)
                .findFirst()
                .or(() -> there.stream().findFirst());
    }

    /** The shorter of the times between this one and the work before and after it; a week when there is none that near. */
    Duration rest(TimeWindow window) {
        var before = rows.lowerEntry(window.start());
        while (before != null && !isWork(before.getValue())) {
            before = rows.lowerEntry(before.getKey());
        }
        var after = rows.ceilingEntry(window.end());
        while (after != null && !isWork(after.getValue())) {
            after = rows.higherEntry(after.getKey());
        }
        var rest = WEEK;
        if (before != null) {
            rest = shorter(rest, Duration.between(before.getValue().during().end(), window.start()));
        }
        if (after != null) {
            rest = shorter(rest, Duration.between(window.end(), after.getKey()));
        }
        return rest;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** How many days in a row are worked around this day, itself included whether it is worked or not. */
    int daysInARow(LocalDate day) {
        int run = 1;
        for (var before = day.minusDays(1); minutes.containsKey(before); before = before.minusDays(1)) {
            run++;
        }
        for (var after = day.plusDays(1); minutes.containsKey(after); after = after.plusDays(1)) {
            run++;
        }
        return run;
    }

    /** Paid minutes of a day. */
    long day(LocalDate day) {
        return minutes.getOrDefault(day, 0L);
    }

    /** Paid minutes of the week, Monday to Sunday, in which this day is. */
    long week(LocalDate day) {
        var monday = monday(day);
        return monday.datesUntil(monday.plusDays(DAYS)).mapToLong(this::day).sum();
    }

    /**
     * Minutes beyond the contract in the weeks that end in the same month as the week of this day.
     *
     * @param more paid minutes that are added to the week of this day
     */
    long overtime(LocalDate day, long more, long contract) {
        var own = sunday(day);
        var month = YearMonth.from(own);
        return Stream.iterate(
                        sunday(month.atDay(1)), week -> YearMonth.from(week).equals(month), week -> week.plusDays(DAYS))
                .mapToLong(week -> Math.max(0, week(week) + (week.equals(own) ? more : 0) - contract))
                .sum();
    }

    /** The first day that counts for a shift on this day: of its row of days, or of its month's weeks. */
    static LocalDate earliest(LocalDate day) {
        var month = YearMonth.from(sunday(day)).atDay(1).minusDays(DAYS - 1L);
        return Collections.min(List.of(month, day.minusDays(REACH)));
    }

    /** The last day that counts for a shift on this day. */
    static LocalDate latest(LocalDate day) {
        return Collections.max(List.of(YearMonth.from(sunday(day)).atEndOfMonth(), day.plusDays(REACH)));
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate sunday(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private static boolean isWork(Assignment row) {
        return row.status() == Assignment.Status.ACTIVE;
    }
}
