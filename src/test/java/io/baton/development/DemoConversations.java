package io.baton.development;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What customers and agents of the demonstration have said to each other in the last days; safe to repeat. */
public final class DemoConversations {

    private static final Tenant ACME = new Tenant("acme");
    private static final Duration PAUSE = Duration.ofSeconds(40);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TenantScope scope;
    private final Clock clock;

    /**
     * One conversation of the past.
     *
     * @param hour of that day, in UTC
     * @param lines what was said: C: by the customer, A: by the agent
     */
    record Past(
            String department,
            String agent,
            String customer,
            String subject,
            String category,
            int daysAgo,
            int hour,
            int rating,
            @Nullable String comment,
            List<String> lines) {}

    public DemoConversations(JdbcClient jdbc, TransactionOperations transactions, TenantScope scope, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.scope = scope;
        this.clock = clock;
    }

    public void seed() {
        for (var past : read()) {
            scope.run(ACME, () -> transactions.executeWithoutResult(status -> add(past)));
        }
    }

    private void add(Past past) {
        var began = clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .minus(Duration.ofDays(past.daysAgo()))
                .plus(Duration.ofHours(past.hour()));
        var customer = id(began, "customer " + past.customer());
        var added = jdbc.sql("""
                        insert into customer (id, tenant_id, name, external_id, attributes, page, created_at)
                        values (?, 'acme', ?, ?, '{"channel": "web"}', 'https://tickets.example/orders', ?)
                        on conflict (tenant_id, external_id) do nothing
                        """)
                .params(customer, past.customer(), "demo " + past.subject(), Timestamp.from(began))
                .update();
        if (added == 1) {
            converse(past, customer, began);
        }
    }

    private void converse(Past past, UUID customer, Instant began) {
        var conversation = id(began, past.subject());
        var count = past.lines().size();
        var ended = began.plus(PAUSE.multipliedBy(count + 1L));
        jdbc.sql("""
                        insert into conversation (id, tenant_id, number, customer_id, subject, category, state, agent_id,
                            department, opened_at, closed_at, close_reason, rating, rating_comment)
                        values (?, 'acme', baton_number('C', ?::date), ?, ?, ?, 'CLOSED', ?, ?, ?, ?, 'solved', ?, ?)
                        """)
                .params(
                        conversation,
                        Timestamp.from(began),
                        customer,
                        past.subject(),
                        past.category(),
                        past.agent(),
                        past.department(),
                        Timestamp.from(began),
                        Timestamp.from(ended),
                        past.rating(),
                        past.comment())
                .update();
        takePart(conversation, "CUSTOMER", customer.toString(), count);
        takePart(conversation, "AGENT", past.agent(), count);
        for (int seq = 1; seq <= count; seq++) {
            var line = past.lines().get(seq - 1);
            var byAgent = line.startsWith("A:");
            jdbc.sql("""
                            insert into message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id, body,
                                content_type, sent_at)
                            values ('acme', ?, ?, ?, ?, ?, ?, 'text/plain', ?)
                            """)
                    .params(
                            conversation,
                            seq,
                            UUID.randomUUID(),
                            byAgent ? "AGENT" : "CUSTOMER",
                            byAgent ? past.agent() : customer.toString(),
                            line.substring(2),
                            Timestamp.from(began.plus(PAUSE.multipliedBy(seq))))
                    .update();
        }
    }

    private void takePart(UUID conversation, String kind, String party, long read) {
        jdbc.sql("""
                        insert into participant (tenant_id, conversation_id, kind, party_id, joined_seq, read_seq)
                        values ('acme', ?, ?, ?, 0, ?)
                        """).params(conversation, kind, party, read).update();
    }

    /** A UUIDv7 of the past, the same at each start of the same day. */
    private static UUID id(Instant at, String name) {
        var hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var floor = Ids.floor(at);
        return new UUID(
                floor.getMostSignificantBits() | (hash.getMostSignificantBits() & 0xFFF),
                floor.getLeastSignificantBits() | (hash.getLeastSignificantBits() >>> 2));
    }

    private static List<Past> read() {
        try (var stream = DemoConversations.class.getResourceAsStream("/demo/conversations.json")) {
            return new ObjectMapper().readValue(stream, new TypeReference<List<Past>>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
