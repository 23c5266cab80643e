package io.baton.development;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The quick replies that the demonstration's company and its departments share; safe to repeat. */
final class DemoQuickReplies {

    private static final Tenant ACME = new Tenant("acme");

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TenantScope scope;

    record Reply(String scope, String owner, String category, String title, String shortcut, String body) {}

    DemoQuickReplies(JdbcClient jdbc, TransactionOperations transactions, TenantScope scope) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.scope = scope;
    }

    void seed() {
        scope.run(ACME, () -> transactions.executeWithoutResult(status -> read().forEach(this::add)));
    }

    private void add(Reply reply) {
        jdbc.sql("""
                        insert into quick_reply (id, scope, owner, category, title, shortcut, body, updated_by, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'acme.admin', now()) on conflict do nothing
                        """)
                .params(
                        Ids.next(),
                        reply.scope(),
                        reply.owner(),
                        reply.category(),
                        reply.title(),
                        reply.shortcut(),
                        reply.body())
                .update();
    }

    static List<Reply> read() {
        try (var stream = DemoQuickReplies.class.getResourceAsStream("/demo/quick-replies.json")) {
            return new ObjectMapper().readValue(stream, new TypeReference<List<Reply>>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
