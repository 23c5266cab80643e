package io.baton.handoff;

import io.baton.kernel.TimeWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The spans of a week in which people are reachable, by weekday and time; a weekday without one is closed. */
public record OpeningHours(List<Opening> week) {

    private static final int MINUTES_OF_WEEK = 7 * 24 * 60;

    /** So many days ahead closing time is looked for; who does not close within them never does. */
    private static final int HORIZON = 8;

    public OpeningHours {
        week = week.stream().sorted(Comparator.comparing(Opening::firstMinute)).toList();
    }

    /** The same span each day; around the clock when both times are the same. */
    static OpeningHours daily(LocalTime opens, LocalTime closes) {
        return new OpeningHours(Stream.of(DayOfWeek.values())
                .map(day -> new Opening(day, opens, closes))
                .toList());
    }

    /** Whether two spans are at the same time, over the turn of the week too. */
    boolean overlaps() {
        for (int i = 0; i < week.size(); i++) {
            var next = week.get((i + 1) % week.size());
            int gap = Math.floorMod(next.firstMinute() - week.get(i).firstMinute(), MINUTES_OF_WEEK);
            int room = week.size() == 1 ? MINUTES_OF_WEEK : gap;
            if (week.get(i).minutes() > room) {
                return true;
            }
        }
        return false;
    }

    /**
     * Until when people are reachable without a break; empty when they are not now, {@link Instant#MAX} when they always
     * are.
     *
     * @param closed days on which nothing opens; what opened the day before goes on to its end
     */
    Optional<Instant> closing(Instant now, ZoneId zone, Set<LocalDate> closed) {
        var today = LocalDate.ofInstant(now, zone);
        var end = now;
        for (var window : windows(today, zone, closed)) {
            if (window.contains(end)) {
                end = window.end();
            }
        }
        if (end.equals(now)) {
            return Optional.empty();
        }
        var horizon = today.plusDays(HORIZON).atStartOfDay(zone).toInstant();
        return Optional.of(end.isBefore(horizon) ? end : Instant.MAX);
    }

    /** The days that {@link #closing} looks at. */
    static List<LocalDate> days(Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        return today.minusDays(1).datesUntil(today.plusDays(HORIZON)).toList();
    }

    private List<TimeWindow> windows(LocalDate today, ZoneId zone, Set<LocalDate> closed) {
        return today.minusDays(1)
                .datesUntil(today.plusDays(HORIZON))
                .filter(date -> !closed.contains(date))
                .flatMap(date -> week.stream()
                        .filter(opening -> opening.day() == date.getDayOfWeek())
                        .map(opening -> opening.on(date, zone)))
                .sorted()
                .toList();
    }
}
