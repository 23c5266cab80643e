package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A kind of shift. It crosses midnight when it ends at or before the time it starts.
 *
 * @param code short and stable, for example {@code night}
 * @param color {@code #rrggbb}
 * @param skills what whoever works it must be able to do
 */
public record ShiftType(
        UUID id,
        String code,
        String zh,
        String en,
        String color,
        LocalTime start,
        LocalTime end,
        List<Break> breaks,
        Set<String> skills) {

    /** A pause within a shift, by the wall clock. */
    public record Break(LocalTime start, LocalTime end) {}

    public ShiftType {
        breaks = List.copyOf(breaks);
        skills = Set.copyOf(skills);
    }

    /** One that anybody can work. */
    public ShiftType(
            UUID id,
            String code,
            String zh,
            String en,
            String color,
            LocalTime start,
            LocalTime end,
            List<Break> breaks) {
        this(id, code, zh, en, color, start, end, breaks, Set.of());
    }

    public boolean crossesMidnight() {
        return !end.isAfter(start);
    }

    /** When the shift of a rota day is worked; it belongs to the day it starts on. */
    public TimeWindow on(LocalDate day, ZoneId zone) {
        var lastDay = crossesMidnight() ? day.plusDays(1) : day;
        return new TimeWindow(
                day.atTime(start).atZone(zone).toInstant(),
                lastDay.atTime(end).atZone(zone).toInstant());
    }

    /** How much of a part of the shift of a rota day is paid: breaks are not. */
    public Duration paid(LocalDate day, TimeWindow part, ZoneId zone) {
        return pauses(day, part, zone).stream().map(TimeWindow::duration).reduce(part.duration(), Duration::minus);
    }

    /** The breaks within a part of the shift of a rota day. */
    public List<TimeWindow> pauses(LocalDate day, TimeWindow part, ZoneId zone) {
        return breaks.stream()
                .map(pause -> window(day, pause, zone).intersect(part))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A break before the start is one of the next day. */
    private TimeWindow window(LocalDate day, Break pause, ZoneId zone) {
        var from = pause.start().isBefore(start) ? day.plusDays(1) : day;
        var to = pause.end().isAfter(pause.start()) ? from : from.plusDays(1);
        return new TimeWindow(
                from.atTime(pause.start()).atZone(zone).toInstant(),
                to.atTime(pause.end()).atZone(zone).toInstant());
    }

    public String name(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }
}
