package io.baton.load;

import io.baton.development.OwnServices;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Messages of the past, made in PostgreSQL by its superuser: closed conversations of {@value #EACH} messages each over the
 * last weeks, and a past for conversations that are open.
 */
final class Archive {

    private static final int EACH = 100;
    private static final int STEP = 5_000;

    /** Oldest first, all within the partitions that Baton makes by itself. */
    private static final String CONVERSATIONS = """
            with made as (
                select n, uuidv7() customer, uuidv7(-interval '50 days' * (1 - n::float8 / ?)) conversation
                from generate_series(?::int, ?::int) n
            ), customers as (
                insert into customer (id, tenant_id, name, created_at)
                select customer, 'acme', 'Past ' || n, now() from made
            ), conversations as (
                insert into conversation (id, tenant_id, number, customer_id, state, opened_at, closed_at, close_reason)
                select conversation, 'acme', 'P-' || n, customer, 'CLOSED', now(), now(), 'closed_by_customer'
                from made
            ), participants as (
                insert into participant (tenant_id, conversation_id, kind, party_id, joined_seq)
                select 'acme', conversation, 'CUSTOMER', customer::text, 0 from made
            )
            insert into message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id, body, content_type,
                sent_at)
            select 'acme', conversation, seq, gen_random_uuid(), 'CUSTOMER', customer::text, repeat('past ', ?),
                'text/plain', now()
            from made, generate_series(1, ?) seq
            """;

    private static final String HISTORY = """
            insert into message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id, body, content_type,
                sent_at)
            select c.tenant_id, c.id, seq, gen_random_uuid(), 'CUSTOMER', c.customer_id::text, repeat('past ', ?),
                'text/plain', now()
            from conversation c, generate_series(1, ?) seq where c.id = ?
            """;

    private final OwnServices services;
    private final int words;
    private int conversations;

    Archive(OwnServices services, int bodySize) {
        this.services = services;
        this.words = Math.max(1, bodySize / "past ".length());
    }

    /** Gives conversations that were just opened, and that nobody has read yet, a past of so many messages. */
    void fill(List<Visitors.Guest> guests, int each) throws SQLException {
        try (var connection = services.superuser();
                var insert = connection.prepareStatement(HISTORY)) {
            for (var guest : guests) {
                var conversation = UUID.fromString(guest.conversation());
                insert.setInt(1, words);
                insert.setInt(2, each);
                insert.setObject(3, conversation);
                insert.executeUpdate();
            }
        }
    }

    /** Adds closed conversations until there are so many messages. */
    void grow(int messages) throws SQLException {
        var wanted = messages / EACH;
        try (var connection = services.superuser();
                var insert = connection.prepareStatement(CONVERSATIONS)) {
            while (conversations < wanted) {
                var next = Math.min(wanted, conversations + STEP);
                insert.setInt(1, wanted);
                insert.setInt(2, conversations + 1);
                insert.setInt(3, next);
                insert.setInt(4, words);
                insert.setInt(5, EACH);
                insert.executeUpdate();
                conversations = next;
            }
        }
    }

    /** Vacuums the tables and writes the pages, so that what was stored no longer makes work, and is known to the planner. */
    void settle() throws SQLException {
        try (var connection = services.superuser();
                var statement = connection.createStatement()) {
            for (var table : List.of("message", "conversation", "participant", "customer")) {
                statement.execute("vacuum analyze " + table);
            }
            statement.execute("checkpoint");
        }
    }

    /** How many messages are stored, as PostgreSQL counts them. */
    long size() throws SQLException {
        try (var connection = services.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from message")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
