package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.BatonTest;
import io.baton.handoff.ServiceReport.Count;
import io.baton.handoff.ServiceReport.Span;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Holds the figures against a count by hand, on a day long ago on which nobody else asks for anything. */
@BatonTest
class ServiceTableTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final Tenant GLOBEX = new Tenant("globex");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2019-05-04T10:23:45.678Z");
    private static final ServiceTerms TERMS = new ServiceTerms(Duration.ofSeconds(15), Duration.ofSeconds(5), 80);
    private static final List<String> DEPARTMENTS = List.of("ticketing", "aftersales", "vip");

    @Autowired
    private ServiceTable table;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionOperations transactions;

    /** What is known of a request when it is counted. */
    private record Asked(
            String department,
            HandoffState state,
            Instant at,
            @Nullable Instant accepted,
            @Nullable Instant ended) {

        double waited() {
            var until = accepted != null ? accepted : ended != null ? ended : NOW;
            return Duration.between(at, until).toMillis() / 1000.0;
        }

        boolean is(HandoffState wanted) {
            return accepted == null && state == wanted;
        }

        boolean waits() {
            return accepted == null && state.waits();
        }
    }

    @AfterEach
    void forget() {
        for (var tenant : List.of(ACME, GLOBEX)) {
            in(
                    tenant,
                    () -> jdbc.sql("delete from handoff where requested_at < '2020-01-01'")
                            .update());
        }
    }

    @ParameterizedTest
    @EnumSource(ServiceWindow.class)
    void countsWhatOneCountsByHand(ServiceWindow window) {
        var all = asked(new Random(window.ordinal() + 1L));
        in(ACME, () -> all.forEach(request -> insert(ACME, request)));
        in(
                GLOBEX,
                () -> insert(GLOBEX, new Asked("ticketing", HandoffState.PENDING, NOW.minusSeconds(60), null, null)));
        var span = span(window);
        var counts = scope.call(ACME, () -> table.count(span, TERMS));
        var inside = all.stream()
                .filter(one -> !one.at().isBefore(span.from()) && !one.at().isAfter(NOW))
                .toList();
        assertThat(inside).hasSizeBetween(40, all.size() - 1);
        var departments = new ArrayList<@Nullable String>(DEPARTMENTS);
        departments.add(null);
        for (var department : departments) {
            var own = inside.stream()
                    .filter(one -> department == null || one.department().equals(department))
                    .toList();
            verify(find(counts, department, null), own);
            for (int slice = 0; slice < span.slices(); slice++) {
                var from = span.slice(slice);
                var to = span.slice(slice + 1);
                verify(
                        find(counts, department, slice),
                        own.stream()
                                .filter(one ->
                                        !one.at().isBefore(from) && one.at().isBefore(to))
                                .toList());
            }
        }
    }

    @Test
    void takesTheDayOfTheTenantFromItsFirstMillisecond() {
        var midnight = Instant.parse("2019-05-03T16:00:00Z");
        in(ACME, () -> {
            for (var at : List.of(midnight.minusMillis(1), midnight, midnight.plusMillis(1))) {
                insert(ACME, new Asked("vip", HandoffState.CANCELLED, at, null, at.plusSeconds(9)));
            }
        });
        var counts = scope.call(ACME, () -> table.count(span(ServiceWindow.DAY), TERMS));
        assertThat(find(counts, "vip", null).abandoned()).isEqualTo(2);
        assertThat(find(counts, "vip", 0).abandoned()).isEqualTo(2);
    }

    @Test
    void answersWithALineOfNothingWhenNobodyAsked() {
        var counts = scope.call(ACME, () -> table.count(span(ServiceWindow.HOUR), TERMS));
        assertThat(counts).singleElement().isEqualTo(new Count(null, null, ServiceFigures.NONE));
    }

    private static void verify(ServiceFigures figures, List<Asked> own) {
        var answered = own.stream().filter(one -> one.accepted() != null).toList();
        var waits = answered.stream().mapToDouble(Asked::waited).sorted().toArray();
        assertThat(figures.requests()).isEqualTo(own.size());
        assertThat(figures.answered()).isEqualTo(answered.size());
        assertThat(figures.answeredInTime()).isEqualTo(count(answered, one -> one.waited() <= 15));
        assertThat(figures.abandoned()).isEqualTo(count(own, one -> one.is(HandoffState.CANCELLED)));
        int atOnce = count(own, one -> one.is(HandoffState.CANCELLED) && one.waited() <= 5);
        assertThat(figures.abandonedAtOnce()).isEqualTo(atOnce);
        assertThat(figures.ticketed()).isEqualTo(count(own, one -> one.is(HandoffState.TICKETED)));
        assertThat(figures.waiting()).isEqualTo(count(own, Asked::waits));
        int undecided = count(own, one -> one.waits() && one.waited() <= 15);
        assertThat(figures.overdue()).isEqualTo(figures.waiting() - undecided);
        int decided = own.size() - atOnce - undecided;
        if (decided == 0) {
            assertThat(figures.serviceLevel()).isNull();
        } else {
            assertThat(figures.serviceLevel()).isCloseTo((double) figures.answeredInTime() / decided, within(1e-9));
        }
        near(
                figures.meanWaitSeconds(),
                waits.length == 0 ? null : java.util.Arrays.stream(waits).sum() / waits.length);
        near(figures.p50WaitSeconds(), quantile(waits, 0.5));
        near(figures.p95WaitSeconds(), quantile(waits, 0.95));
        near(
                figures.longestWaitSeconds(),
                own.stream().mapToDouble(Asked::waited).max().orElse(0));
    }

    private static void near(@Nullable Double value, @Nullable Double expected) {
        if (expected == null) {
            assertThat(value).isNull();
        } else {
            assertThat(value).isCloseTo(expected, within(1e-6));
        }
    }

    private static @Nullable Double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return null;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static int count(List<Asked> all, Predicate<Asked> which) {
        return (int) all.stream().filter(which).count();
    }

    private static ServiceFigures find(List<Count> counts, @Nullable String department, @Nullable Integer slice) {
        return counts.stream()
                .filter(count -> Objects.equals(count.department(), department) && Objects.equals(count.slice(), slice))
                .findFirst()
                .map(Count::figures)
                .orElse(ServiceFigures.NONE);
    }

    private static Span span(ServiceWindow window) {
        return new Span(window.from(NOW, ZONE), window.firstSlice(NOW, ZONE), window.step(), NOW);
    }

    /** A day and more of requests, most of them late in it, with everything that may become of one; the edges among them. */
    private static List<Asked> asked(Random random) {
        var all = new ArrayList<Asked>();
        for (var edge : List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ZERO)) {
            all.add(new Asked("vip", HandoffState.PENDING, NOW.minus(edge), null, null));
            all.add(new Asked("vip", HandoffState.PENDING, NOW.minus(edge).minusMillis(1), null, null));
        }
        for (int i = 0; i < 900; i++) {
            long spread = List.of(900_000, 3_600_000, 90_000_000).get(i % 3);
            var at = NOW.minusMillis(1 + random.nextLong(spread));
            var department = DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
            var state = HandoffState.values()[random.nextInt(HandoffState.values().length)];
            all.add(asked(random, department, state, at));
        }
        return all;
    }

    private static Asked asked(Random random, String department, HandoffState state, Instant at) {
        var first = at.plusMillis(later(random));
        boolean wasAnswered =
                !state.waits() && !state.isFinal() || state == HandoffState.COMPLETED || random.nextInt(4) == 0;
        var accepted = wasAnswered ? first : null;
        var ended = state.isFinal() ? (accepted == null ? first : accepted.plusSeconds(200)) : null;
        return new Asked(department, state, at, accepted, ended);
    }

    /** Often exactly at a threshold. */
    private static long later(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> 15_000;
            case 1 -> 15_001;
            case 2 -> 5_000;
            case 3 -> 5_001;
            default -> random.nextLong(60_000);
        };
    }

    private void insert(Tenant tenant, Asked asked) {
        jdbc.sql("""
                        insert into handoff (tenant_id, id, conversation_id, customer_id, customer_name, subject, reason, state,
                            department, priority, requested_at, rank_at, agent_id, score, offered_at, offer_expires_at,
                            transfer_to, accepted_at, ended_at, ticket_id)
                        values (:tenant, :id, :id, 'c', 'Li', '', 'x', :state, :department, 'NORMAL', :at, :at, 'kf001', '{}',
                            :at, :at, :to, :accepted, :ended, :ticket)
                        """)
                .param("tenant", tenant.id())
                .param("id", UUID.randomUUID())
                .param("state", asked.state().name())
                .param("department", asked.department())
                .param("at", HandoffRow.utc(asked.at()))
                .param("to", asked.state() == HandoffState.TRANSFERRED ? "kf002" : null)
                .param("accepted", HandoffRow.utc(asked.accepted()))
                .param("ended", HandoffRow.utc(asked.ended()))
                .param("ticket", asked.state() == HandoffState.TICKETED ? UUID.randomUUID() : null)
                .update();
    }

    private void in(Tenant tenant, Runnable work) {
        scope.run(tenant, () -> transactions.executeWithoutResult(status -> work.run()));
    }
}
