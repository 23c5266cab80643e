package io.baton.presence;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for leases that are over, of this node or of one that died. */
@Component
class LostSweep {

    private static final Logger log = LoggerFactory.getLogger(LostSweep.class);

    private final Presence presence;
    private final TenantCatalog catalog;
    private final TenantScope scope;
    private volatile List<Tenant> tenants = List.of();

    LostSweep(Presence presence, TenantCatalog catalog, TenantScope scope) {
        this.presence = presence;
        this.catalog = catalog;
        this.scope = scope;
    }

    @Scheduled(fixedDelay = 60_000)
    void learnTenants() {
        tenants = catalog.all();
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void sweep() {
        for (var tenant : tenants) {
            try {
                scope.run(tenant, () -> presence.announceLost(tenant));
            } catch (RuntimeException failure) {
                log.warn("could not announce who was lost in {}", tenant, failure);
            }
        }
    }
}
