package io.baton.presence;

import io.baton.kernel.Tenant;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for leases that are over, of this node or of one that died. */
@Component
class LostSweep {

    private final EveryTenant tenants;
    private final Leases leases;
    private final Transitions transitions;
    private final Clock clock;

    LostSweep(EveryTenant tenants, SurvivingLeases leases, Transitions transitions, Clock clock) {
        this.tenants = tenants;
        this.leases = leases;
        this.transitions = transitions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void sweep() {
        tenants.each("announce who was lost", this::sweep);
    }

    void sweep(Tenant tenant) {
        leases.takeExpired(tenant)
                .forEach((person, ago) -> transitions.settle(
                        tenant, person, false, clock.instant().minus(ago)));
    }
}
