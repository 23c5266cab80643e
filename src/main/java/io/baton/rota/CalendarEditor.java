package io.baton.rota;

import io.baton.kernel.CurrentActor;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the tenant's calendar; each change is in the trail of its year. */
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

    /**
     * Makes the holidays of a year known. What an earlier notice of the year said is gone; days that a person entered stay,
     * but for those the notice names.
     */
    public void announce(int year, Collection<SpecialDay> days) {
        table.touch(year);
        table.replace(year, days);
        table.announce(year);
        var kinds = new EnumMap<DayKind, Integer>(DayKind.class);
        days.forEach(day -> kinds.merge(day.kind(), 1, Integer::sum));
        events.publishEvent(new CalendarAnnounced(current.get(), year, kinds.toString(), clock.instant()));
    }
}
