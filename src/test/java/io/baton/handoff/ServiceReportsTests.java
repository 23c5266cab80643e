package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.BatonTest;
import io.baton.MovableClock;
import io.baton.handoff.ServiceReport.Count;
import io.baton.handoff.ServiceReport.Span;
import io.baton.identity.Tenants;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BatonTest
class ServiceReportsTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final Instant MORNING = Instant.parse("2019-05-04T02:00:00Z");

    @Autowired
    private TenantScope scope;

    private final MovableClock clock = new MovableClock(MORNING);
    private Table table;
    private ServiceReports reports;

    /** Tells how often it was asked, and takes as long as it is told to. */
    private static final class Table extends ServiceTable {

        final AtomicInteger asked = new AtomicInteger();
        volatile CountDownLatch slow = new CountDownLatch(0);

        Table(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        List<Count> count(Span span, ServiceTerms terms) {
            asked.incrementAndGet();
            try {
                slow.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }
    }

    @BeforeEach
    void begin(
            @Autowired JdbcClient jdbc,
            @Autowired CurrentActor current,
            @Autowired Tenants tenants,
            @Autowired Reachability reachability) {
        table = new Table(jdbc);
        reports = new ServiceReports(table, new Turn(current, tenants, reachability, clock));
    }

    @Test
    void countsOnceForAllDepartmentsAndAgainWhenItIsTooOld() {
        var first = ask("ticketing");
        ask("vip");
        ask(null);
        assertThat(table.asked).hasValue(1);
        clock.pass(ServiceWindow.QUARTER.goodFor().minusMillis(1));
        assertThat(ask("vip").asOf()).isEqualTo(first.asOf());
        clock.pass(Duration.ofMillis(1));
        assertThat(ask("vip").asOf()).isEqualTo(clock.instant());
        assertThat(table.asked).hasValue(2);
    }

    @Test
    void keepsTenantsAndWindowsApart() {
        ask("vip");
        scope.call(new Tenant("globex"), () -> reports.of(ServiceWindow.QUARTER, "vip"));
        scope.call(ACME, () -> reports.of(ServiceWindow.DAY, "vip"));
        assertThat(table.asked).hasValue(3);
    }

    @Test
    void letsNobodyWaitForACountWhoCanBeShownTheOneBefore() throws Exception {
        var before = ask("vip");
        clock.pass(ServiceWindow.QUARTER.goodFor());
        table.slow = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var counting = pool.submit(() -> ask("vip"));
            await().until(() -> table.asked.get() == 2);
            assertThat(ask("vip").asOf()).isEqualTo(before.asOf());
            table.slow.countDown();
            assertThat(counting.get().asOf()).isEqualTo(clock.instant());
        }
    }

    @Test
    void countsOnceHoweverManyAskWhenNothingIsKnown() throws Exception {
        table.slow = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Future<ServiceReport>>();
            for (int i = 0; i < 50; i++) {
                asking.add(pool.submit(() -> ask("vip")));
            }
            await().until(() -> table.asked.get() == 1);
            table.slow.countDown();
            for (var one : asking) {
                assertThat(one.get().asOf()).isEqualTo(MORNING);
            }
        }
        assertThat(table.asked).hasValue(1);
    }

    private ServiceReport ask(@org.jspecify.annotations.Nullable String department) {
        return scope.call(ACME, () -> reports.of(ServiceWindow.QUARTER, department));
    }
}
