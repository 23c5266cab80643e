package io.baton.ticket;

import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then for tickets that were solved long enough ago. Several nodes may look at once. */
@Component
class TicketSweep {

    private static final Logger log = LoggerFactory.getLogger(TicketSweep.class);

    private final TicketClosing closing;
    private final TenantCatalog tenants;
    private final TenantScope scope;

    TicketSweep(TicketClosing closing, TenantCatalog tenants, TenantScope scope) {
        this.closing = closing;
        this.tenants = tenants;
        this.scope = scope;
    }

    @Scheduled(fixedDelayString = "${baton.ticket.sweep:PT1M}", initialDelayString = "${baton.ticket.sweep:PT1M}")
    void sweep() {
        for (var tenant : tenants.all()) {
            try {
                scope.run(tenant, this::closeAll);
            } catch (RuntimeException failure) {
                log.error("the solved tickets of {} are not closed this time", tenant, failure);
            }
        }
    }

    private void closeAll() {
        while (closing.closeSolved() == TicketClosing.BATCH) {
            // a full batch leaves more to look for
        }
    }
}
