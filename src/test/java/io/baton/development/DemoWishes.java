package io.baton.development;

import io.baton.identity.Tenants;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Assignment;
import io.baton.rota.Rota;
import io.baton.swap.SwapWish;
import io.baton.swap.SwapWishForm;
import io.baton.swap.SwapWishes;
import io.baton.swap.Swaps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Agents who would rather be off on another day: each would give away the shift before and the one after two free days and
 * work on these instead. Who keeps a wish already keeps those.
 */
@Component
@Lazy
class DemoWishes {

    private static final int DAYS = 13;

    private final TenantScope scope;
    private final Tenants tenants;
    private final Rota rota;
    private final SwapWishes wishes;
    private final Clock clock;

    DemoWishes(TenantScope scope, Tenants tenants, Rota rota, SwapWishes wishes, Clock clock) {
        this.scope = scope;
        this.tenants = tenants;
        this.rota = rota;
        this.wishes = wishes;
        this.clock = clock;
    }

    void fill(Tenant tenant) {
        DemoPeople.all().stream()
                .filter(person ->
                        person.tenant().equals(tenant.id()) && person.role().equals("agent"))
                .forEach(person -> scope.run(person.actor(), () -> wish(person.id())));
    }

    private void wish(String person) {
        if (!wishes.list(null, new Swaps.Window(1, null)).items().isEmpty()) {
            return;
        }
        var today = LocalDate.ofInstant(clock.instant(), tenants.settings().zone());
        var shifts = rota.assignments(person, today.plusDays(1), today.plusDays(DAYS)).stream()
                .filter(shift -> shift.status() == Assignment.Status.ACTIVE)
                .toList();
        var worked = shifts.stream().map(Assignment::day).collect(Collectors.toSet());
        shifts.forEach(shift -> {
            var day = shift.day();
            if (day.plusDays(3).isBefore(today.plusDays(DAYS)) && areFree(worked, day.plusDays(1), day.plusDays(2))) {
                wish(shift, day.plusDays(1), "想连着休息");
            } else if (day.minusDays(2).isAfter(today) && areFree(worked, day.minusDays(2), day.minusDays(1))) {
                wish(shift, day.minusDays(2), "那天家里有事");
            }
        });
    }

    private void wish(Assignment shift, LocalDate from, String comment) {
        var takes = new SwapWish.Takes(Set.of(), from, from.plusDays(1));
        wishes.add(new SwapWishForm(shift.id(), takes, comment));
    }

    private static boolean areFree(Set<LocalDate> worked, LocalDate... days) {
        return List.of(days).stream().noneMatch(worked::contains);
    }
}
