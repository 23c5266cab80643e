package io.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.BatonTest;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose rows a thread sees. */
@BatonTest
class ActorScopeTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final Tenant GLOBEX = new Tenant("globex");

    @Autowired
    TenantScope scope;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesATransactionOfNobodyIntoATenantAndOutAgain() {
        transaction.executeWithoutResult(status -> {
            assertThat(tenant()).isEmpty();
            assertThat(scope.call(ACME, this::tenant)).isEqualTo("acme");
            assertThat(tenant()).isEmpty();
        });
    }

    @Test
    void keepsATransactionInItsTenant() {
        scope.run(
                ACME,
                () -> transaction.executeWithoutResult(status -> {
                    assertThatThrownBy(() -> scope.call(GLOBEX, this::tenant))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("tenant");
                    assertThat(tenant()).isEqualTo("acme");
                    assertThat(scope.call(ACME, this::tenant)).isEqualTo("acme");
                }));
    }

    @Test
    void goesFromOneTenantToAnotherBetweenTransactions() {
        scope.run(ACME, () -> {
            var other = scope.call(GLOBEX, () -> transaction.execute(status -> tenant()));
            assertThat(other).isEqualTo("globex");
            assertThat(transaction.<String>execute(status -> tenant())).isEqualTo("acme");
        });
    }

    private String tenant() {
        return jdbc.sql("select coalesce(current_setting('app.tenant', true), '')")
                .query(String.class)
                .single();
    }
}
