package io.baton.rota;

import io.baton.kernel.TimeWindow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A kind of shift. It crosses midnight when it ends at or before the time it starts.
 *
 * @param code short and stable, for example {@code night}
 * @param color {@code #rrggbb}
 */
public record ShiftType(
        UUID id, String code, String zh, String en, String color, LocalTime start, LocalTime end, List<Break> breaks) {

    /** A pause within a shift, by the wall clock. */
    public record Break(LocalTime start, LocalTime end) {}

    public ShiftType {
        breaks = List.copyOf(breaks);
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

    public String name(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }
}
