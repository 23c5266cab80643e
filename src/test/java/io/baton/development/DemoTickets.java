package io.baton.development;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What was left to do in the last days, in every state, with what customers said before; safe to repeat. */
public final class DemoTickets {

    private static final Tenant ACME = new Tenant("acme");
    private static final Duration PAUSE = Duration.ofSeconds(50);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TenantScope scope;
    private final Clock clock;

    /**
     * One ticket.
     *
     * @param hoursAgo when the customer asked
     * @param dueHours within which time the customer is to be answered
     * @param stateHoursAgo since when it is in its state
     * @param lines what the customer said
     */
    record Left(
            String customer,
            String department,
            String subject,
            String reason,
            String priority,
            String state,
            @Nullable String assignee,
            int hoursAgo,
            int dueHours,
            int stateHoursAgo,
            @Nullable String email,
            @Nullable String phone,
            List<String> lines,
            List<Noted> notes) {}

    record Noted(String author, int hoursAgo, String text) {}

    public DemoTickets(JdbcClient jdbc, TransactionOperations transactions, TenantScope scope, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.scope = scope;
        this.clock = clock;
    }

    public void seed() {
        for (var left : read()) {
            scope.run(ACME, () -> transactions.executeWithoutResult(status -> add(left)));
        }
    }

    private void add(Left left) {
        var asked = clock.instant().minus(Duration.ofHours(left.hoursAgo()));
        var customer = UUID.randomUUID();
        var added = jdbc.sql("""
                        insert into customer (id, tenant_id, name, external_id, attributes, page, created_at)
                        values (?, 'acme', ?, ?, '{"channel": "web"}', 'https://tickets.example/orders', ?)
                        on conflict (tenant_id, external_id) do nothing
                        """)
                .params(customer, left.customer(), "demo " + left.subject(), Timestamp.from(asked))
                .update();
        if (added == 1) {
            var ticket = ticket(left, customer, converse(left, customer, asked), asked);
            left.notes().forEach(note -> note(ticket, note));
            trail(left, ticket, asked);
        }
    }

    private UUID converse(Left left, UUID customer, Instant asked) {
        var id = later(asked);
        jdbc.sql("""
                        insert into conversation (id, tenant_id, number, customer_id, subject, state, department, opened_at)
                        values (?, 'acme', baton_number('C', ?::date), ?, ?, 'OPEN', ?, ?)
                        """)
                .params(id, Timestamp.from(asked), customer, left.subject(), left.department(), Timestamp.from(asked))
                .update();
        jdbc.sql("""
                        insert into participant (tenant_id, conversation_id, kind, party_id, joined_seq, read_seq)
                        values ('acme', ?, 'CUSTOMER', ?, 0, ?)
                        """).params(id, customer.toString(), left.lines().size()).update();
        for (int seq = 1; seq <= left.lines().size(); seq++) {
            jdbc.sql("""
                            insert into message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id, body,
                                content_type, sent_at)
                            values ('acme', ?, ?, ?, 'CUSTOMER', ?, ?, 'text/plain', ?)
                            """)
                    .params(
                            id,
                            seq,
                            UUID.randomUUID(),
                            customer.toString(),
                            left.lines().get(seq - 1),
                            Timestamp.from(asked.plus(PAUSE.multipliedBy(seq))))
                    .update();
        }
        return id;
    }

    private UUID ticket(Left left, UUID customer, UUID conversation, Instant asked) {
        var opened = asked.plus(PAUSE.multipliedBy(left.lines().size() + 1L));
        var id = later(opened);
        jdbc.sql("""
                        insert into ticket (tenant_id, id, number, conversation_id, customer_id, customer_name, subject, reason,
                            department, priority, state, assignee, assignee_name, created_at, state_since, waiting_since,
                            due_at, contact_name, contact_email, contact_phone, version)
                        values ('acme', ?, baton_number('T', ?::date), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                        """)
                .params(id, Timestamp.from(opened), conversation, customer.toString(), left.customer())
                .params(left.subject(), left.reason(), left.department(), left.priority(), left.state())
                .param(left.assignee())
                .param(left.assignee() == null ? null : name(left.assignee()))
                .params(
                        Timestamp.from(opened),
                        Timestamp.from(clock.instant().minus(Duration.ofHours(left.stateHoursAgo()))),
                        Timestamp.from(opened),
                        Timestamp.from(opened.plus(Duration.ofHours(left.dueHours()))))
                .param(left.email() == null && left.phone() == null ? null : left.customer())
                .param(left.email())
                .param(left.phone())
                .update();
        return id;
    }

    private void note(UUID ticket, Noted note) {
        var at = clock.instant().minus(Duration.ofHours(note.hoursAgo()));
        jdbc.sql("""
                        insert into ticket_note (tenant_id, id, ticket_id, author, author_name, at, text)
                        values ('acme', ?, ?, ?, ?, ?, ?)
                        """)
                .params(later(at), ticket, note.author(), name(note.author()), Timestamp.from(at), note.text())
                .update();
    }

    private void trail(Left left, UUID ticket, Instant asked) {
        step(left, ticket, asked, "system", "TicketOpened", null, "NEW");
        if (left.assignee() != null) {
            var taken = asked.plus(Duration.ofHours(1));
            step(left, ticket, taken, left.assignee(), "TicketAssigned", "NEW", "OPEN");
        }
        var since = clock.instant().minus(Duration.ofHours(left.stateHoursAgo()));
        switch (left.state()) {
            case "PENDING" -> step(left, ticket, since, assignee(left), "TicketPended", "OPEN", "PENDING");
            case "SOLVED" -> step(left, ticket, since, assignee(left), "TicketSolved", "OPEN", "SOLVED");
            case "CLOSED" -> step(left, ticket, since, "system", "TicketClosed", "SOLVED", "CLOSED");
            default -> {}
        }
    }

    private void step(
            Left left, UUID ticket, Instant at, String actor, String what, @Nullable String before, String after) {
        jdbc.sql("""
                        insert into trail (tenant_id, id, at, kind, subject_id, what, actor, actor_name, role, owner,
                            department, before, after)
                        values ('acme', ?, ?, 'ticket', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(later(at), Timestamp.from(at), ticket.toString(), what, actor)
                .params(
                        actor.equals("system") ? "Baton" : name(actor),
                        actor.equals("system") ? "system" : "customer_service")
                .param(left.assignee())
                .param(left.department())
                .param(before)
                .param(after)
                .update();
    }

    private static String assignee(Left left) {
        return left.assignee() == null ? "system" : left.assignee();
    }

    private static String name(String person) {
        return DemoPeople.all().stream()
                .filter(known -> known.id().equals(person))
                .map(DemoPerson::name)
                .findFirst()
                .orElseThrow();
    }

    /** A UUIDv7 of the past. */
    private static UUID later(Instant at) {
        var random = UUID.randomUUID();
        var floor = Ids.floor(at);
        return new UUID(
                floor.getMostSignificantBits() | (random.getMostSignificantBits() & 0xFFF),
                floor.getLeastSignificantBits() | (random.getLeastSignificantBits() >>> 2));
    }

    private static List<Left> read() {
        try (var stream = DemoTickets.class.getResourceAsStream("/demo/tickets.json")) {
            return new ObjectMapper().readValue(stream, new TypeReference<List<Left>>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
