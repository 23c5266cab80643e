package io.baton.load;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** The naive path: one insert and one commit for each message, into a table with the columns and indexes of Baton's. */
final class RelayTable implements RelayStore {

    static final String CREATE = """
            create table if not exists relay_message (
                tenant_id       text not null,
                conversation_id uuid not null,
                seq             bigint not null check (seq > 0),
                client_id       uuid not null,
                sender_type     text not null check (sender_type in ('CUSTOMER', 'AGENT', 'SYSTEM', 'BOT')),
                sender_id       text not null,
                body            text not null,
                content_type    text not null,
                masked          boolean not null default false,
                sent_at         timestamptz not null,
                primary key (conversation_id, seq),
                unique (conversation_id, client_id)
            )
            """;

    private static final String INSERT = """
            insert into relay_message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id, body,
                content_type, masked, sent_at)
            values ('acme', ?, ?, ?, 'CUSTOMER', ?, ?, 'text/plain', false, ?)
            """;

    private final DataSource database;

    RelayTable(DataSource database) {
        this.database = database;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(CREATE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void store(UUID conversation, long seq, UUID id, String body) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, conversation);
            insert.setLong(2, seq);
            insert.setObject(3, id);
            insert.setString(4, conversation.toString());
            insert.setString(5, body);
            insert.setTimestamp(6, Timestamp.from(Instant.now()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
