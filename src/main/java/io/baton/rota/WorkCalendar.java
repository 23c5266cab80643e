package io.baton.rota;

import io.baton.identity.Tenants;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells which days the tenant works. Of a year whose holidays nobody announced yet it knows the week and says so; there
 * is no date it has no answer for.
 */
@Component
@Transactional(readOnly = true)
public class WorkCalendar {

    private final CalendarTable table;
    private final Tenants tenants;

    WorkCalendar(CalendarTable table, Tenants tenants) {
        this.table = table;
        this.tenants = tenants;
    }

    public CalendarDay day(LocalDate date) {
        return days(date, date).getFirst();
    }

    /** Each day by date, both ends included; none when they are in the wrong order. */
    public List<CalendarDay> days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return List.of();
        }
        var special = table.days(from, to).stream().collect(Collectors.toMap(SpecialDay::date, Function.identity()));
        var announced = table.announced();
        var rest = restDays();
        return from.datesUntil(to.plusDays(1))
                .map(date -> {
                    var day = special.getOrDefault(date, plain(date, rest));
                    return new CalendarDay(date, day.kind(), day.zh(), announced.contains(date.getYear()));
                })
                .toList();
    }

    /** Whether the holidays of a year are known. */
    public boolean isAnnounced(int year) {
        return table.announced().contains(year);
    }

    /** A year with the days that depart from the week. */
    public CalendarYear year(int year) {
        return new CalendarYear(
                year,
                isAnnounced(year),
                table.version(year),
                restDays(),
                table.days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    /** The days of the week on which the tenant does not work: {@code rota.rest-days}, Saturday and Sunday by default. */
    public Set<DayOfWeek> restDays() {
        return Arrays.stream(tenants.settings()
                        .text("rota.rest-days", "SATURDAY,SUNDAY")
                        .split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    private static SpecialDay plain(LocalDate date, Set<DayOfWeek> rest) {
        return new SpecialDay(date, rest.contains(date.getDayOfWeek()) ? DayKind.REST_DAY : DayKind.WORKDAY, "", "");
    }
}
