package io.baton.rota;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the tenant's calendar; each change is in the trail of its year. Who says which version of the year was seen is
 * refused with 412 {@code changed_meanwhile} when it is another one by now.
 */
@Component
@Transactional
public class CalendarEditor {

    private final CalendarTable table;
    private final ApplicationEventPublisher events;
    private final CurrentActor current;
    private final Clock clock;

    CalendarEditor(CalendarTable table, ApplicationEventPublisher events, CurrentActor current, Clock clock) {
        this.table = table;
        this.events = events;
        this.current = current;
        this.clock = clock;
    }

    /** Makes another day of one, whatever a notice says. */
    public void put(SpecialDay day, int seen) {
        var before = begin(day.date(), seen);
        table.put(day, null);
        changed(day.date(), before, Optional.of(day));
    }

    /** Makes a day again what the week makes of it. */
    public void remove(LocalDate day, int seen) {
        var before = begin(day, seen);
        table.remove(day);
        changed(day, before, Optional.empty());
    }

    /** Makes the holidays of a year known, see {@link #announce(int, Collection, Integer)}. */
    public void announce(int year, Collection<SpecialDay> days) {
        announce(year, days, null);
    }

    /**
     * Makes the holidays of a year known. What an earlier notice of the year said is gone; days that a person entered stay,
     * but for those the notice names.
     *
     * @param seen the version of the year that was seen; none when whoever announces it did not look
     */
    public void announce(int year, Collection<SpecialDay> days, @Nullable Integer seen) {
        var years = new TreeSet<>(table.yearsOfNotice(year));
        years.add(year);
        days.forEach(day -> years.add(day.date().getYear()));
        for (int touched : years) {
            touch(touched, touched == year ? seen : null);
        }
        table.replace(year, days);
        table.announce(year);
        var kinds = new EnumMap<DayKind, Integer>(DayKind.class);
        days.forEach(day -> kinds.merge(day.kind(), 1, Integer::sum));
        events.publishEvent(new CalendarAnnounced(current.get(), year, kinds.toString(), clock.instant()));
    }

    private Optional<SpecialDay> begin(LocalDate day, int seen) {
        touch(day.getYear(), seen);
        return table.days(day, day).stream().findFirst();
    }

    private void touch(int year, @Nullable Integer seen) {
        int version = table.touch(year);
        if (seen != null && seen != version - 1) {
            throw Problem.of(412, "changed_meanwhile", Map.of());
        }
    }

    private void changed(LocalDate date, Optional<SpecialDay> before, Optional<SpecialDay> after) {
        events.publishEvent(new CalendarDayChanged(
                current.get(), date.getYear(), text(date, before), text(date, after), clock.instant()));
    }

    private static String text(LocalDate date, Optional<SpecialDay> day) {
        return date + day.map(known -> " " + known.kind() + " " + known.zh()).orElse("");
    }
}
