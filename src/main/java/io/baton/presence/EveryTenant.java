package io.baton.presence;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does something for one tenant after the other; a tenant for which it fails does not stop the others. */
@Component
class EveryTenant {

    private static final Logger log = LoggerFactory.getLogger(EveryTenant.class);

    private final TenantCatalog catalog;
    private final TenantScope scope;
    private volatile List<Tenant> tenants = List.of();

    EveryTenant(TenantCatalog catalog, TenantScope scope) {
        this.catalog = catalog;
        this.scope = scope;
    }

    @Scheduled(fixedDelay = 60_000)
    void learn() {
        tenants = catalog.all();
    }

    void each(String what, Consumer<Tenant> work) {
        for (var tenant : tenants) {
            try {
                scope.run(tenant, () -> work.accept(tenant));
            } catch (RuntimeException failure) {
                log.warn("could not {} of {}", what, tenant, failure);
            }
        }
    }
}
