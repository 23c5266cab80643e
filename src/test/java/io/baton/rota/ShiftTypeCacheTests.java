package io.baton.rota;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.ProcessTest;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionOperations;

/** What nodes remember of shift types, on two nodes with one database. */
@ProcessTest
class ShiftTypeCacheTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final Tenant GLOBEX = new Tenant("globex");
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);

    @Autowired
    private ShiftTypes types;

    @Autowired
    private Staffing staffing;

    @Autowired
    private ShiftTypeTable table;

    @Autowired
    private ShiftTypeCache here;

    @Autowired
    private CurrentActor current;

    @Autowired
    private TenantScope scope;

    @Autowired
    private DataSource source;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    private final AtomicReference<Connection> line = new AtomicReference<>();
    private ShiftTypeCache there;
    private ShiftTypeNews news;

    @BeforeEach
    void startAnotherNode() {
        there = new ShiftTypeCache(table, current);
        news = new ShiftTypeNews(
                new DelegatingDataSource(source) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        var connection = super.getConnection();
                        line.set(connection);
                        return connection;
                    }
                },
                there);
        news.start();
        awaitHearing();
    }

    @AfterEach
    void stopIt() {
        news.stop();
    }

    @Test
    void showsATransactionItsOwnChangesAndNobodyElseThem() {
        var code = "own-" + Ids.next().toString().substring(24);
        scope.run(ACME, () -> assertThat(codes()).doesNotContain(code));
        scope.run(
                ACME,
                () -> transactions.executeWithoutResult(status -> {
                    types.add(new ShiftType(
                            Ids.next(),
                            code,
                            code,
                            code,
                            "#000000",
                            LocalTime.of(8, 0),
                            LocalTime.of(16, 0),
                            List.of()));
                    assertThat(codes()).contains(code);
                    status.setRollbackOnly();
                }));
        scope.run(ACME, () -> assertThat(codes()).doesNotContain(code));
    }

    private List<String> codes() {
        return types.all().stream().map(ShiftType::code).toList();
    }

    @Test
    void remembersWhatItReadUntilSomethingChanges() {
        // What the other node was told when it was started may still reach this one.
        await().untilAsserted(() -> assertThat(in(ACME, here)).isSameAs(in(ACME, here)));
        var first = in(ACME, here);

        add(ACME, "ch-one");
        assertThat(in(ACME, here)).isNotSameAs(first);
        assertThat(codes(ACME, here)).contains("ch-one");
    }

    @Test
    void tellsTheOtherNodes() {
        assertThat(codes(ACME, there)).doesNotContain("ch-two");

        var id = add(ACME, "ch-two");

        await().untilAsserted(() -> assertThat(codes(ACME, there)).contains("ch-two"));
        scope.run(ACME, () -> staffing.want(id, "ch", DayOfWeek.MONDAY, 4, MONDAY));
        await().untilAsserted(() ->
                assertThat(in(ACME, there).minimum(id, "ch", MONDAY)).isEqualTo(4));
    }

    @Test
    void dropsTheTenantThatChangedAndNoOther() {
        var attempts = new AtomicInteger();
        // What was changed before may still be told of; that ends.
        await().untilAsserted(() -> {
            var kept = in(GLOBEX, there);
            var dropped = in(ACME, there);

            add(ACME, "ch-three-" + attempts.incrementAndGet());

            await().untilAsserted(() -> assertThat(in(ACME, there)).isNotSameAs(dropped));
            assertThat(in(GLOBEX, there)).isSameAs(kept);
        });
    }

    @Test
    void keepsTenantsApart() {
        add(ACME, "ch-four");

        assertThat(codes(GLOBEX, here)).doesNotContain("ch-four");
    }

    @Test
    void forgetsWhatWasNeverCommitted() {
        scope.run(
                ACME,
                () -> transactions.executeWithoutResult(status -> {
                    types.add(type("ch-never"));
                    here.dropAll();
                    assertThat(types.all()).extracting(ShiftType::code).contains("ch-never");
                    status.setRollbackOnly();
                }));

        assertThat(codes(ACME, here)).doesNotContain("ch-never");
    }

    @Test
    void readsAnewWhenTheLineWasCut() throws SQLException {
        var before = in(ACME, there);
        var old = requireNonNull(line.get());

        old.abort(Runnable::run);

        await().untilAsserted(() -> assertThat(in(ACME, there)).isNotSameAs(before));
        await().until(() -> line.get() != old);
        awaitHearing();
        add(ACME, "ch-five");
        await().untilAsserted(() -> assertThat(codes(ACME, there)).contains("ch-five"));
    }

    /** It listens when a word to it makes it forget what it remembered. */
    private void awaitHearing() {
        var remembered = in(ACME, there);
        await().until(() -> {
            tell();
            return in(ACME, there) != remembered;
        });
    }

    private void tell() {
        scope.run(
                ACME,
                () -> transactions.executeWithoutResult(
                        status -> jdbc.sql("select pg_notify('baton_shift_types', 'acme')")
                                .query((row, number) -> number)
                                .list()));
    }

    private UUID add(Tenant tenant, String code) {
        return scope.call(tenant, () -> {
            types.add(type(code));
            return types.all().stream()
                    .filter(type -> type.code().equals(code))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    private static ShiftType type(String code) {
        return new ShiftType(
                Ids.next(), code, code, code, "#000000", LocalTime.of(6, 0), LocalTime.of(14, 0), List.of());
    }

    private ShiftTypeBook in(Tenant tenant, ShiftTypeCache cache) {
        return scope.call(tenant, cache::book);
    }

    private List<String> codes(Tenant tenant, ShiftTypeCache cache) {
        return in(tenant, cache).all().stream().map(ShiftTypeHistory::code).toList();
    }
}
