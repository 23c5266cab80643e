package io.baton.leave;

import io.baton.rota.CalendarDay;
import io.baton.rota.DayKind;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A leave cut into days. Of several days only those count that the tenant's calendar has as working days: rest days, days
 * off and holidays cost nothing. A leave of up to a day is asked for one day and counts as it is.
 *
 * @param segments its days in order
 */
public record LeaveSplit(List<Segment> segments) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * A day of the leave and the halves of it that are asked for.
     *
     * @param announced false when the holidays of its year are not known yet, so that it may still become one
     */
    public record Segment(
            LocalDate day, DayKind kind, String name, List<Half> halves, boolean counts, boolean announced) {

        public Segment {
            halves = List.copyOf(halves);
        }
    }

    public LeaveSplit {
        segments = List.copyOf(segments);
    }

    /** @param calendar the days of the span */
    static LeaveSplit of(HalfDays span, boolean period, List<CalendarDay> calendar) {
        var segments = calendar.stream()
                .map(day -> new Segment(
                        day.date(),
                        day.kind(),
                        day.name(),
                        span.on(day.date()),
                        !period || day.kind().isWorked(),
                        day.announced()))
                .toList();
        return new LeaveSplit(segments);
    }

    /** What it costs, in days with half days. */
    public BigDecimal cost() {
        var halves = segments.stream()
                .filter(Segment::counts)
                .mapToInt(segment -> segment.halves().size())
                .sum();
        return HALF.multiply(BigDecimal.valueOf(halves)).stripTrailingZeros();
    }

    /** The same by the year in which the days lie. */
    public YearlyDays yearly() {
        var days = new TreeMap<Integer, BigDecimal>();
        segments.stream()
                .filter(Segment::counts)
                .forEach(segment -> days.merge(
                        segment.day().getYear(),
                        HALF.multiply(BigDecimal.valueOf(segment.halves().size())),
                        BigDecimal::add));
        return new YearlyDays(days);
    }

    /** The years whose holidays are not known yet. */
    public Stream<Integer> unannounced() {
        return segments.stream()
                .filter(segment -> !segment.announced())
                .map(segment -> segment.day().getYear())
                .distinct();
    }
}
