package io.baton.presence;

import io.baton.kernel.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows changes of the rota: whoever reads afterwards on this node reads the new one, the other nodes do so half a second
 * later, and lights that it changes are announced together, however many assignments changed.
 */
@Component
class Replanned {

    /** Of a tenant: who was on shift before, and whose rota is another one now. */
    private record Change(Set<String> before, Set<String> agents) {}

    private final EveryTenant tenants;
    private final SurvivingLeases leases;
    private final OnShift onShift;
    private final Transitions transitions;
    private final Map<Tenant, Change> changes = new ConcurrentHashMap<>();

    Replanned(EveryTenant tenants, SurvivingLeases leases, OnShift onShift, Transitions transitions) {
        this.tenants = tenants;
        this.leases = leases;
        this.onShift = onShift;
        this.transitions = transitions;
    }

    /** An agent's rota is another one; told after the commit. */
    void note(Tenant tenant, String agent) {
        changes.compute(tenant, (same, known) -> {
            var before = onShift.forget(tenant).orElse(Set.of());
            var change = known == null ? new Change(before, ConcurrentHashMap.newKeySet()) : known;
            change.agents().add(agent);
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
        }
        var now = onShift.by(tenant, leases.read(tenant, List.of()));
        if (change != null) {
            change.agents().stream()
                    .filter(agent -> change.before().contains(agent) != now.contains(agent))
                    .forEach(agent -> transitions.shift(tenant, agent, now.contains(agent)));
        }
    }
}
