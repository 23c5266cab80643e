package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Nobody is planned in a shift type that is retired, also when both happen at the same moment. */
@BatonTest
class ShiftTypeRetirementTests {

    private static final int PLANNERS = 8;
    private static final Actor ADMIN =
            new Actor(new Tenant("acme"), "acme.admin", "Admin", null, Set.of(Role.ADMIN), Set.of());
    private static final AtomicInteger DAYS = new AtomicInteger(9_000);

    @Autowired
    private BulkPlanning planning;

    @Autowired
    private ShiftTypeChanges changes;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private Agents agents;

    @Autowired
    private TenantScope scope;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private final UUID type = Ids.next();
    private final LocalDate day = LocalDate.now().plusDays(DAYS.getAndIncrement());

    @BeforeEach
    void begin() {
        scope.run(ADMIN, () -> {
            types.add(new ShiftType(
                    type,
                    "rt-" + type.toString().substring(24),
                    "将停用",
                    "Retiring",
                    "#2563eb",
                    LocalTime.of(6, 0),
                    LocalTime.of(14, 0),
                    List.of()));
            IntStream.range(0, PLANNERS)
                    .forEach(i ->
                            agents.save(new Agent("rt" + i, "rt" + i, "retire-tests", Set.of(), 3, false, 4, false)));
        });
    }

    @RepeatedTest(15)
    void isRetiredOrPlannedButNeverBoth() throws Exception {
        var start = new CyclicBarrier(PLANNERS + 1);
        var planners = IntStream.range(0, PLANNERS).<Callable<String>>mapToObj(i -> () -> {
            start.await();
            return plan(i).isBlocked() ? "refused" : "planned";
        });
        Callable<String> administrator = () -> {
            start.await();
            return retire();
        };

        List<String> outcomes;
        try (var threads = Executors.newFixedThreadPool(PLANNERS + 1)) {
            outcomes = threads
                    .invokeAll(Stream.concat(planners, Stream.of(administrator)).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        long planned = outcomes.stream().filter("planned"::equals).count();
        assertThat(planned()).isEqualTo(planned);
        assertThat(outcomes.getLast()).isEqualTo(planned == 0 ? "retired" : "shift_type_used");
        assertThat(scope.call(ADMIN, () -> types.history(type).isRetired())).isEqualTo(planned == 0);
    }

    @Test
    void isNotPlannedWhenItIsRetiredBeforeThePlanIsWritten() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var plan = inTransaction(() -> {
                changes.retire(type, 1);
                var waiting = threads.submit(() -> plan(0));
                awaitALock();
                return waiting;
            });

            assertThat(plan.get().conflicts())
                    .singleElement()
                    .satisfies(conflict ->
                            assertThat(conflict.finding().reason().code()).isEqualTo("shift_type_not_offered"));
            assertThat(planned()).isZero();
        }
    }

    @Test
    void isNotRetiredWhenAPlanIsBeingWritten() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var retirement = inTransaction(() -> {
                assertThat(plan(0).isBlocked()).isFalse();
                var waiting = threads.submit(this::retire);
                awaitALock();
                return waiting;
            });

            assertThat(retirement.get()).isEqualTo("shift_type_used");
            assertThat(planned()).isOne();
        }
    }

    private PlanningResult plan(int agent) {
        var slots = List.of(new Slot("rt" + agent, day, type));
        return scope.call(ADMIN, () -> planning.plan(slots, PlanningMode.ALL_OR_NOTHING));
    }

    private String retire() {
        try {
            scope.run(ADMIN, () -> changes.retire(type, 1));
            return "retired";
        } catch (Problem refusal) {
            return refusal.code();
        }
    }

    private <T> T inTransaction(Callable<T> work) {
        return scope.call(
                ADMIN,
                () -> Objects.requireNonNull(transactions.execute(status -> {
                    try {
                        return work.call();
                    } catch (Exception failure) {
                        throw new AssertionError(failure);
                    }
                })));
    }

    private long planned() {
        return inTransaction(
                () -> jdbc.sql("select count(*) from assignment where shift_type_id = ? and status = 'ACTIVE'")
                        .param(type)
                        .query(Long.class)
                        .single());
    }

    private void awaitALock() {
        for (int i = 0; i < 500; i++) {
            var waits = jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    .query(Integer.class)
                    .single();
            if (waits > 0) {
                return;
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("nobody waits for the shift type");
    }
}
