package io.baton.swap;

import io.baton.identity.Tenants;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.workflow.Workflow;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends swaps that no process looks after any more, and lets go of what they held; counts them as {@code baton.swap.orphans}.
 * A swap and its process begin and end in one transaction, so there are none unless somebody took a process away without
 * its listeners.
 */
@Component
class SwapReconciler {

    private static final Logger log = LoggerFactory.getLogger(SwapReconciler.class);

    private final SwapTable table;
    private final SwapCases cases;
    private final Workflow workflow;
    private final Tenants tenants;
    private final TenantScope scope;
    private final Counter orphans;

    SwapReconciler(
            SwapTable table,
            SwapCases cases,
            Workflow workflow,
            Tenants tenants,
            TenantScope scope,
            MeterRegistry metrics) {
        this.table = table;
        this.cases = cases;
        this.workflow = workflow;
        this.tenants = tenants;
        this.scope = scope;
        this.orphans = Counter.builder("baton.swap.orphans")
                .description("swaps that were found without a process, and locks without a swap")
                .register(metrics);
    }

    @Scheduled(fixedDelayString = "${baton.swap.reconcile:PT1M}", initialDelayString = "${baton.swap.reconcile:PT1M}")
    void reconcile() {
        for (var tenant : tenants.all()) {
            try {
                scope.run(tenant, () -> table.unsettled().forEach(id -> reconcile(tenant, id)));
            } catch (RuntimeException failure) {
                log.error("the swaps of {} are not reconciled this time", tenant, failure);
            }
        }
    }

    private void reconcile(Tenant tenant, UUID id) {
        if (workflow.runs(ChainSwapProcess.ID, id)) {
            return;
        }
        if (cases.close(id)) {
            orphans.increment();
            log.warn("a swap without a process was ended: {} {}", tenant, id);
        }
    }
}
