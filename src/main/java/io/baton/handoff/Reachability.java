package io.baton.handoff;

import io.baton.identity.TenantSettings;
import io.baton.identity.Tenants;
import io.baton.rota.CalendarDay;
import io.baton.rota.DayKind;
import io.baton.rota.WorkCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells whether a department's people are reachable now, and until when: by its own opening hours or the tenant's, and
 * closed on statutory holidays, and on days that the calendar moves off around them, if the department says so.
 */
@Component
class Reachability {

    private final RoutingPolicies policies;
    private final WorkCalendar calendar;
    private final Tenants tenants;
    private final Clock clock;

    Reachability(RoutingPolicies policies, WorkCalendar calendar, Tenants tenants, Clock clock) {
        this.policies = policies;
        this.calendar = calendar;
        this.tenants = tenants;
        this.clock = clock;
    }

    boolean isOpen(String department) {
        return closing(department).isPresent();
    }

    /** Until when to look for somebody: as long as the tenant is patient, but not beyond closing time. */
    Instant giveUpAt(String department) {
        return new Deadlines(tenants.settings())
                .giveUpAt(clock.instant(), closing(department).orElse(Instant.MAX));
    }

    private Optional<Instant> closing(String department) {
        var settings = tenants.settings();
        var policy = policies.of(department);
        var own = policy.hours();
        var hours = own == null ? OpeningHours.daily(settings.opensAt(), settings.closesAt()) : own;
        var now = clock.instant();
        return hours.closing(now, settings.zone(), policy.openHolidays() ? Set.of() : holidays(now, settings));
    }

    private Set<LocalDate> holidays(Instant now, TenantSettings settings) {
        List<LocalDate> days = OpeningHours.days(now, settings.zone());
        return calendar.days(days.getFirst(), days.getLast()).stream()
                .filter(day -> day.kind() == DayKind.STATUTORY_HOLIDAY || day.kind() == DayKind.DAY_OFF)
                .map(CalendarDay::date)
                .collect(Collectors.toUnmodifiableSet());
    }
}
