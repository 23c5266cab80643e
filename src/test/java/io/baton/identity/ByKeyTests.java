package io.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;

@BatonTest
class ByKeyTests {

    private static final Tenant ACME = new Tenant("acme");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TenantScope scope;

    static class Marked {
        @ByKey
        void byKey() {}

        @Transactional
        void otherwise() {}
    }

    @Test
    void keepsPlansToTheEndOfTheTransactionAndInItsTenant() throws Exception {
        assertThat(settingsIn("byKey")).isEqualTo("acme force_generic_plan off");
        assertThat(settingsIn("otherwise")).isEqualTo("acme auto on");
    }

    private String settingsIn(String method) throws Exception {
        var attribute = Objects.requireNonNull(new AnnotationTransactionAttributeSource(false)
                .getTransactionAttribute(Marked.class.getDeclaredMethod(method), Marked.class));
        return scope.call(ACME, () -> {
            var transaction = transactions.getTransaction(attribute);
            try {
                return jdbc.sql("""
                                select current_setting('app.tenant') || ' ' || current_setting('plan_cache_mode') || ' '
                                    || current_setting('enable_seqscan')
                                """).query(String.class).single();
            } finally {
                transactions.rollback(transaction);
            }
        });
    }
}
