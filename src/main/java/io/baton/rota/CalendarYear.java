package io.baton.rota;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/**
 * A year of the tenant's calendar.
 *
 * @param announced false when nobody knows its holidays yet
 * @param version how often it was changed
 * @param days those that depart from the week or have a name, by date
 */
public record CalendarYear(int year, boolean announced, int version, Set<DayOfWeek> restDays, List<SpecialDay> days) {

    public CalendarYear {
        restDays = Set.copyOf(restDays);
        days = List.copyOf(days);
    }
}
