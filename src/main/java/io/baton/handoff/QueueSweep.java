package io.baton.handoff;

import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The safety net below the events: looks at every queue in which somebody waits. */
@Component
class QueueSweep {

    private final TenantCatalog tenants;
    private final TenantScope scope;
    private final DispatchPass pass;
    private final Dispatcher dispatcher;

    QueueSweep(TenantCatalog tenants, TenantScope scope, DispatchPass pass, Dispatcher dispatcher) {
        this.tenants = tenants;
        this.scope = scope;
        this.pass = pass;
        this.dispatcher = dispatcher;
    }

    @Scheduled(fixedDelayString = "${baton.handoff.sweep:PT5S}", initialDelayString = "${baton.handoff.sweep:PT5S}")
    void sweep() {
        for (var tenant : tenants.all()) {
            scope.call(tenant, pass::departments)
                    .forEach(department -> dispatcher.stir(new HandoffAgentFreed(tenant, department)));
        }
    }
}
