package io.baton.rota;

import io.baton.kernel.Tenant;
import io.baton.kernel.TenantCatalog;
import io.baton.kernel.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;
    private final AssignmentTable table;
    private final Edges edges;

    ShiftClock(
            TenantCatalog tenants,
            TenantScope scope,
            TransactionOperations transactions,
            JdbcClient jdbc,
            AssignmentTable table,
            Edges edges) {
        this.tenants = tenants;
        this.scope = scope;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.table = table;
        this.edges = edges;
    }

    @Scheduled(cron = "0 * * * * *")
    void sweep() {
        tenants.all().forEach(this::sweep);
    }

    void sweep(Tenant tenant) {
        scope.run(tenant, () -> transactions.executeWithoutResult(status -> tell(tenant)));
    }

    private void tell(Tenant tenant) {
        var now = edges.now();
        jdbc.sql("insert into shift_sweep (swept_until) values (?) on conflict do nothing")
                .param(AssignmentTable.utc(now))
                .update();
        var until = jdbc.sql("select swept_until from shift_sweep for update skip locked")
                .query((row, number) ->
                        row.getObject("swept_until", OffsetDateTime.class).toInstant())
                .optional();
        until.filter(now::isAfter).ifPresent(since -> tell(tenant, since, now));
    }

    private void tell(Tenant tenant, Instant since, Instant now) {
        table.endedBetween(since, now).forEach(row -> edges.ended(tenant, row));
        table.startedBetween(since, now).forEach(row -> edges.began(tenant, row));
        jdbc.sql("update shift_sweep set swept_until = ?")
                .param(AssignmentTable.utc(now))
                .update();
    }

    /** The time, and the events that it brings. */
    @Component
    static class Edges {

        private final Clock clock;
        private final ApplicationEventPublisher events;

        Edges(Clock clock, ApplicationEventPublisher events) {
            this.clock = clock;
            this.events = events;
        }

        Instant now() {
            return clock.instant();
        }

        void began(Tenant tenant, Assignment row) {
            events.publishEvent(new ShiftBegan(tenant, row.agentId(), row.id(), row.during()));
        }

        void ended(Tenant tenant, Assignment row) {
            events.publishEvent(new ShiftEnded(tenant, row.agentId(), row.id(), row.during()));
        }
    }
}
