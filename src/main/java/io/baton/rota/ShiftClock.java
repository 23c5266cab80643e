package io.baton.rota;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells, minute by minute, which shifts began and ended. How far it has come is kept in the database: on several nodes,
 * and across a restart, each edge is told once.
 */
@Component
class ShiftClock {

    private final TenantCatalog tenants;
    private final TenantScope scope;
    private final TransactionOperations transactions;
    private final AssignmentTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShiftClock(
            TenantCatalog tenants,
            TenantScope scope,
            TransactionOperations transactions,
            AssignmentTable table,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tenants = tenants;
        this.scope = scope;
        this.transactions = transactions;
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(cron = "0 * * * * *")
    void sweep() {
        tenants.all().forEach(tenant -> sweep(tenant, clock.instant()));
    }

    void sweep(Tenant tenant, Instant now) {
        scope.run(
                tenant,
                () -> transactions.executeWithoutResult(status ->
                        table.sweptUntil(now).filter(now::isAfter).ifPresent(since -> tell(tenant, since, now))));
    }

    private void tell(Tenant tenant, Instant since, Instant now) {
        table.endedBetween(since, now)
                .forEach(row -> events.publishEvent(new ShiftEnded(tenant, row.agentId(), row.id(), row.during())));
        table.startedBetween(since, now)
                .forEach(row -> events.publishEvent(new ShiftBegan(tenant, row.agentId(), row.id(), row.during())));
        table.sweep(now);
    }
}
