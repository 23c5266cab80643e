package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a leave takes out of somebody's rota. A half day cuts a shift at noon; a shift belongs to the day it starts on, so
 * the night after an afternoon goes with that afternoon, and the night before a morning stays.
 *
 * @param pieces the shifts it touches, by start
 * @param free the time of days on which it touches no shift
 * @param window from when to when the person is away: the shifts it takes, or else the time by the calendar
 */
public record LeaveCut(List<Piece> pieces, List<Free> free, TimeWindow window) {

    /** A shift the leave touches: what it takes and what is left to work. */
    public record Piece(Assignment assignment, TimeWindow taken, List<TimeWindow> kept) {}

    /** A day without a touched shift; its time is not worked anyway. */
    public record Free(LocalDate day, TimeWindow window) {}

    public LeaveCut {
        pieces = List.copyOf(pieces);
        free = List.copyOf(free);
    }

    /** Cuts the active assignments of these days; the others only bound what is free. */
    static LeaveCut of(HalfDays span, List<Assignment> live, ZoneId zone, LocalTime noon) {
        var pieces = live.stream()
                .filter(row -> row.status() == Assignment.Status.ACTIVE)
                .flatMap(row -> taken(span, row, zone, noon).stream()
                        .map(taken -> new Piece(row, taken, row.during().minus(taken))))
                .sorted(Comparator.comparing(Piece::taken))
                .toList();
        var free = span.dates()
                .filter(day -> pieces.stream()
                        .noneMatch(piece -> piece.assignment().day().equals(day)))
                .flatMap(day -> free(span.onlyOn(day), live, zone, noon).stream())
                .toList();
        return new LeaveCut(pieces, free, window(span, pieces, zone, noon));
    }

    /** What is left to work of an assignment; all of it when the leave does not touch it. */
    List<Assignment> left(Assignment row) {
        return pieces.stream()
                .filter(piece -> piece.assignment().id().equals(row.id()))
                .findFirst()
                .map(piece -> piece.kept().stream()
                        .map(kept -> LeaveOnRota.cut(row, kept, row.status(), null))
                        .toList())
                .orElse(List.of(row));
    }

    /** What of an assignment lies in the span. */
    static Optional<TimeWindow> taken(HalfDays span, Assignment row, ZoneId zone, LocalTime noon) {
        var halves = span.on(row.day());
        if (halves.size() == 2) {
            return Optional.of(row.during());
        }
        var cut = HalfDays.noon(row.day(), zone, noon);
        return halves.isEmpty()
                ? Optional.empty()
                : half(halves.getFirst(), cut, row.during()).intersect(row.during());
    }

    /** Reaches a day beyond the shift on its outer side, so that only noon cuts. */
    private static TimeWindow half(Half half, Instant noon, TimeWindow shift) {
        var day = Duration.ofDays(1);
        return half == Half.MORNING
                ? new TimeWindow(earlier(shift.start(), noon).minus(day), noon)
                : new TimeWindow(noon, later(shift.end(), noon).plus(day));
    }

    private static List<Free> free(HalfDays day, List<Assignment> live, ZoneId zone, LocalTime noon) {
        var left = new ArrayList<TimeWindow>(List.of(day.window(zone, noon)));
        for (var row : live) {
            var parts = left.stream()
                    .flatMap(part -> part.minus(row.during()).stream())
                    .toList();
            left.clear();
            left.addAll(parts);
        }
        return left.stream().map(part -> new Free(day.start(), part)).toList();
    }

    private static TimeWindow window(HalfDays span, List<Piece> pieces, ZoneId zone, LocalTime noon) {
        if (pieces.isEmpty()) {
            return span.window(zone, noon);
        }
        var end = pieces.stream().map(piece -> piece.taken().end()).max(Comparator.naturalOrder());
        return new TimeWindow(pieces.getFirst().taken().start(), end.orElseThrow());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
