package io.baton.development;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is known of some customers of the demonstration; safe to repeat. */
final class DemoKnowledge {

    private static final Tenant ACME = new Tenant("acme");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TenantScope scope;
    private final Clock clock;

    record Known(
            String customer,
            String agent,
            Map<String, String> attributes,
            List<String> tags,
            String note,
            List<Page> pages) {}

    record Page(String title, String path) {}

    DemoKnowledge(JdbcClient jdbc, TransactionOperations transactions, TenantScope scope, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.scope = scope;
        this.clock = clock;
    }

    void seed() {
        scope.run(ACME, () -> transactions.executeWithoutResult(status -> read().forEach(this::learn)));
    }

    private void learn(Known known) {
        jdbc.sql("""
                        update customer set attributes = attributes || ?::jsonb, tags = ?::text[]
                        where name = ? and external_id like 'demo %' and tags = '{}' returning id
                        """)
                .params(text(known.attributes()), known.tags().toArray(String[]::new), known.customer())
                .query(UUID.class)
                .list()
                .forEach(id -> learn(known, id));
    }

    private void learn(Known known, UUID id) {
        var now = clock.instant();
        for (var tag : known.tags()) {
            jdbc.sql("""
                            insert into tag (name, uses, used_at) values (?, 1, ?)
                            on conflict (tenant_id, lower(name)) do update set uses = tag.uses + 1
                            """).params(tag, Timestamp.from(now)).update();
        }
        jdbc.sql("""
                        insert into customer_note (id, customer_id, author, author_name, at, text)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.next(),
                        id,
                        known.agent(),
                        DemoPeople.get(known.agent()).name(),
                        Timestamp.from(now.minus(Duration.ofDays(1))),
                        known.note())
                .update();
        for (int i = 0; i < known.pages().size(); i++) {
            var page = known.pages().get(i);
            jdbc.sql("insert into customer_page (id, customer_id, url, title, at) values (?, ?, ?, ?, ?)")
                    .params(
                            Ids.next(),
                            id,
                            "https://tickets.example/" + page.path(),
                            page.title(),
                            Timestamp.from(now.minus(Duration.ofDays(1)).minusSeconds(90L * i)))
                    .update();
        }
    }

    private static String text(Map<String, String> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Known> read() {
        try (var stream = DemoKnowledge.class.getResourceAsStream("/demo/knowledge.json")) {
            return JSON.readValue(stream, new TypeReference<List<Known>>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
