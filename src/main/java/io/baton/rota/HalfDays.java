package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** A run of half days, both ends included; refuses to end before it starts. */
public record HalfDays(LocalDate start, Half from, LocalDate end, Half to) {

    public HalfDays {
        if (end.isBefore(start) || (end.equals(start) && from == Half.AFTERNOON && to == Half.MORNING)) {
            throw new IllegalArgumentException("ends before it starts");
        }
    }

    /** One whole day. */
    public static HalfDays of(LocalDate day) {
        return new HalfDays(day, Half.MORNING, day, Half.AFTERNOON);
    }

    public static HalfDays of(LocalDate day, Half half) {
        return new HalfDays(day, half, day, half);
    }

    public Stream<LocalDate> dates() {
        return start.datesUntil(end.plusDays(1));
    }

    /** The halves that are meant on one day; none outside of the run. */
    public List<Half> on(LocalDate day) {
        return Stream.of(Half.values()).filter(half -> includes(day, half)).toList();
    }

    public boolean includes(LocalDate day, Half half) {
        boolean started = day.isAfter(start) || (day.equals(start) && half.compareTo(from) >= 0);
        boolean notOver = day.isBefore(end) || (day.equals(end) && half.compareTo(to) <= 0);
        return started && notOver;
    }

    /** The run up to the half day before this one; refuses a half day that is not in the run or is its first. */
    public HalfDays before(LocalDate day, Half half) {
        return half == Half.AFTERNOON
                ? new HalfDays(start, from, day, Half.MORNING)
                : new HalfDays(start, from, day.minusDays(1), Half.AFTERNOON);
    }

    /** From the half day after the end of this run to the end of a longer one; refuses one that ends no later. */
    public HalfDays until(LocalDate day, Half half) {
        return to == Half.MORNING
                ? new HalfDays(end, Half.AFTERNOON, day, half)
                : new HalfDays(end.plusDays(1), Half.MORNING, day, half);
    }

    /** How many half days it is. */
    public int count() {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end) * 2) + to.ordinal() - from.ordinal() + 1;
    }

    /** In days, with one decimal: 0.5 or 1 or more. */
    public BigDecimal days() {
        return BigDecimal.valueOf(count()).multiply(new BigDecimal("0.5")).stripTrailingZeros();
    }

    /** The time it spans by the calendar; 23 or 25 hours on days on which the clock is moved. */
    public TimeWindow window(ZoneId zone, LocalTime noon) {
        var first = from == Half.MORNING ? midnight(start, zone) : noon(start, zone, noon);
        var last = to == Half.MORNING ? noon(end, zone, noon) : midnight(end.plusDays(1), zone);
        return new TimeWindow(first, last);
    }

    /** The part of the run that lies on one of its days. */
    public HalfDays onlyOn(LocalDate day) {
        var halves = on(day);
        return new HalfDays(day, halves.getFirst(), day, halves.getLast());
    }

    /** From midnight to midnight; 23 or 25 hours on days on which the clock is moved. */
    static TimeWindow calendar(LocalDate day, ZoneId zone) {
        return new TimeWindow(midnight(day, zone), midnight(day.plusDays(1), zone));
    }

    static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    static Instant noon(LocalDate day, ZoneId zone, LocalTime noon) {
        return day.atTime(noon).atZone(zone).toInstant();
    }
}
