package io.baton.handoff;

import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The safety net below the events of the floor: finds conversations whose agent is not connected although nobody was told,
 * because a node died between hearing of it and acting.
 */
@Component
class AbsenceSweep {

    private final TenantCatalog tenants;
    private final TenantScope scope;
    private final AgentAbsences absences;
    private final FloorEvents floor;

    AbsenceSweep(TenantCatalog tenants, TenantScope scope, AgentAbsences absences, FloorEvents floor) {
        this.tenants = tenants;
        this.scope = scope;
        this.absences = absences;
        this.floor = floor;
    }

    @Scheduled(fixedDelayString = "${baton.handoff.absence-sweep:PT30S}", initialDelayString = "PT30S")
    void sweep() {
        for (var tenant : tenants.all()) {
            scope.call(tenant, absences::absent).forEach(agent -> floor.lost(tenant, agent));
        }
    }
}
