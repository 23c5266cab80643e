package io.baton.swap;

import io.baton.identity.Tenants;
import io.baton.kernel.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets, once an hour, standing wishes that nothing can come of any more; none of them was offered meanwhile. */
@Component
class SwapWishSweep {

    private static final Logger log = LoggerFactory.getLogger(SwapWishSweep.class);

    private final SwapWishes wishes;
    private final Tenants tenants;
    private final TenantScope scope;

    SwapWishSweep(SwapWishes wishes, Tenants tenants, TenantScope scope) {
        this.wishes = wishes;
        this.tenants = tenants;
        this.scope = scope;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void sweep() {
        for (var tenant : tenants.all()) {
            try {
                scope.run(tenant, wishes::sweep);
            } catch (RuntimeException failure) {
                log.error("the wishes of {} are not swept this time", tenant, failure);
            }
        }
    }
}
