package io.baton.handoff;

import io.baton.kernel.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A span of a weekday in which people are reachable. It belongs to the day on which it begins.
 *
 * @param closes on the next day unless it is after {@code opens}; equal to it means for 24 hours
 */
public record Opening(DayOfWeek day, LocalTime opens, LocalTime closes) {

    private static final int MINUTES_OF_DAY = 24 * 60;

    TimeWindow on(LocalDate date, ZoneId zone) {
        var end = closes.isAfter(opens) ? date : date.plusDays(1);
        return new TimeWindow(
                date.atTime(opens).atZone(zone).toInstant(),
                end.atTime(closes).atZone(zone).toInstant());
    }

    /** The first minute, counted from the beginning of the week. */
    int firstMinute() {
        return (day.getValue() - 1) * MINUTES_OF_DAY + opens.toSecondOfDay() / 60;
    }

    int minutes() {
        int length = (closes.toSecondOfDay() - opens.toSecondOfDay()) / 60;
        return length > 0 ? length : length + MINUTES_OF_DAY;
    }
}
