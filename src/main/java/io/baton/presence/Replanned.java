package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows changes of the rota: whoever reads afterwards on this node reads the new one, the other nodes do so half a second
 * later, and lights that it changes are announced together, however many assignments changed.
 */
@Component
class Replanned {

    /** Of a tenant: who was on shift before, whose rota is another one now, and on which days. */
    private record Change(Set<String> before, Set<String> agents, Set<LocalDate> days) {

        PlanChanged event(Tenant tenant) {
            return new PlanChanged(tenant, Collections.min(days), Collections.max(days));
        }
    }

    private final EveryTenant tenants;
    private final SurvivingLeases leases;
    private final OnShift onShift;
    private final Transitions transitions;
    private final ApplicationEventPublisher events;
    private final Map<Tenant, Change> changes = new ConcurrentHashMap<>();

    Replanned(
            EveryTenant tenants,
            SurvivingLeases leases,
            OnShift onShift,
            Transitions transitions,
            ApplicationEventPublisher events) {
        this.tenants = tenants;
        this.leases = leases;
        this.onShift = onShift;
        this.transitions = transitions;
        this.events = events;
    }

    /** An agent's rota is another one; told after the commit. */
    void note(Tenant tenant, String agent, Set<LocalDate> days) {
        changes.compute(tenant, (same, known) -> {
            var before = onShift.forget(tenant).orElse(Set.of());
            var change = known == null
                    ? new Change(before, ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet())
                    : known;
            change.agents().add(agent);
            change.days().addAll(days);
            return change;
        });
    }

    @Scheduled(fixedDelay = 500)
    void announce() {
        tenants.each("follow the rota", this::announce);
    }

    /** Also keeps the shift known while nobody asks, so that it is known what changed. */
    void announce(Tenant tenant) {
        var change = changes.remove(tenant);
        if (change != null) {
            leases.rotaChanged(tenant);
            events.publishEvent(change.event(tenant));
        }
        var now = onShift.by(tenant, leases.read(tenant, List.of()));
        if (change != null) {
            change.agents().stream()
                    .filter(agent -> change.before().contains(agent) != now.contains(agent))
                    .forEach(agent -> transitions.shift(tenant, agent, now.contains(agent)));
        }
    }
}
