package io.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.BatonTest;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever SQL the application's role sends, it reaches the rows of one tenant. */
@BatonTest
class RowLevelSecurityTests {

    private static final String OURS = "n.nspname = 'public' and c.relkind in ('r', 'p')"
            + " and c.relname not like 'act\\_%' and c.relname not in ('flyway_schema_history')";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void protectsEveryTableThatItMayTouchPartitionsIncluded() {
        var unprotected = jdbc.sql(
                        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where "
                                + OURS + " and exists (select from pg_attribute a where a.attrelid = c.oid"
                                + " and a.attname = 'tenant_id' and not a.attisdropped)"
                                + " and has_table_privilege(c.oid, 'select, insert, update, delete')"
                                + " and not (c.relrowsecurity and c.relforcerowsecurity"
                                + " and exists (select from pg_policy p where p.polrelid = c.oid))")
                .query(String.class)
                .list();
        assertThat(unprotected).isEmpty();
    }

    @Test
    void givesEveryTableOfOursATenant() {
        var without = jdbc.sql("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where "
                        + OURS + " and not exists (select from pg_attribute a where a.attrelid = c.oid"
                        + " and a.attname = 'tenant_id' and not a.attisdropped)")
                .query(String.class)
                .list();
        assertThat(without).containsExactlyInAnyOrder("tenant", "event_publication");
    }

    @Test
    void connectsAsARoleThatOwnsNothingAndCannotStepAround() {
        var role = jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
        var owned = jdbc.sql("select count(*) from pg_class where relowner = (select oid from pg_roles"
                        + " where rolname = current_user)")
                .query(Integer.class)
                .single();
        assertThat(role).isFalse();
        assertThat(owned).isZero();
    }

    @Test
    void showsAndChangesRowsOfTheOwnTenantOnly() {
        in("acme", () -> insert("acme"));
        assertThat(in("acme", this::count)).isPositive();
        assertThat(in("globex", this::count)).isZero();
        assertThat(in(
                        "globex",
                        () -> jdbc.sql("update number_sequence set last = 7 where kind = 'RLS'")
                                .update()))
                .isZero();
        assertThat(in(
                        "globex",
                        () -> jdbc.sql("delete from number_sequence where true").update()))
                .isZero();
        assertThat(in("acme", this::count)).isPositive();
        in(
                "acme",
                () -> jdbc.sql("delete from number_sequence where kind = 'RLS'").update());
    }

    @Test
    void takesNoRowForAnotherTenant() {
        assertThatThrownBy(() -> in("globex", () -> insert("acme"))).isInstanceOf(DataAccessException.class);
    }

    @Test
    void showsNothingWithoutATenant() {
        in("acme", () -> insert("acme"));
        assertThat(count()).isZero();
        assertThat(in("", this::count)).isZero();
        in(
                "acme",
                () -> jdbc.sql("delete from number_sequence where kind = 'RLS'").update());
    }

    private int insert(String tenant) {
        return jdbc.sql("insert into number_sequence (tenant_id, kind, day, last) values (?, 'RLS', '2020-01-01', 1)"
                        + " on conflict do nothing")
                .param(tenant)
                .update();
    }

    private int count() {
        return jdbc.sql("select count(*) from number_sequence where kind = 'RLS'")
                .query(Integer.class)
                .single();
    }

    private <T> T in(String tenant, Supplier<T> work) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("select set_config('app.tenant', ?, true)")
                    .param(tenant)
                    .query(String.class)
                    .single();
            return work.get();
        }));
    }
}
