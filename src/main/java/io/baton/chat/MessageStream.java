package io.baton.chat;

import io.baton.kernel.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored messages of conversations, in order of seq; a stored message is never changed. */
@Repository
@Transactional
class MessageStream {

    private final JdbcClient jdbc;
    private final CurrentActor current;

    MessageStream(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** Adds a message; the database tells its time, one for all nodes. */
    Message insert(Messages.Draft draft, long seq, SenderType type, String sender) {
        return jdbc.sql("""
                        insert into message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id, body,
                            content_type, sent_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp()) returning *
                        """)
                .params(
                        current.tenant().id(),
                        draft.conversationId(),
                        seq,
                        draft.id(),
                        type.name(),
                        sender,
                        draft.body(),
                        draft.type())
                .query(MessageStream::message)
                .single();
    }

    /** The first messages after a seq and up to another, oldest first. */
    List<Message> after(UUID conversation, long seq, long upTo, int limit) {
        return jdbc.sql("""
                        select * from message where conversation_id = ? and seq > ? and seq <= ?
                        order by seq limit ?
                        """)
                .params(conversation, seq, upTo, limit)
                .query(MessageStream::message)
                .list();
    }

    /** The last messages before a seq, oldest first. */
    List<Message> before(UUID conversation, long seq, int limit) {
        return jdbc.sql("select * from message where conversation_id = ? and seq < ? order by seq desc limit ?")
                .params(conversation, seq, limit)
                .query(MessageStream::message)
                .list()
                .reversed();
    }

    /** When the customers of conversations wrote last; those that never did are missing. */
    Map<UUID, Instant> lastOfCustomers(Collection<UUID> conversations) {
        var times = new HashMap<UUID, Instant>();
        jdbc.sql("""
                        select c.id, m.sent_at from unnest(:conversations::uuid[]) as c (id)
                        cross join lateral (
                            select sent_at from message where conversation_id = c.id and sender_type = 'CUSTOMER'
                            order by seq desc limit 1) m
                        """).param("conversations", conversations.toArray(UUID[]::new)).query(row -> {
            times.put(
                    row.getObject("id", UUID.class), row.getTimestamp("sent_at").toInstant());
        });
        return times;
    }

    /** When somebody first wrote, at the instant or after it. */
    Optional<Instant> first(UUID conversation, Party sender, Instant since) {
        return jdbc.sql("""
                        select min(sent_at) from message
                        where conversation_id = ? and sender_type = ? and sender_id = ? and sent_at >= ?
                        """)
                .params(conversation, sender.kind().name(), sender.id(), Timestamp.from(since))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("client_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getLong("seq"),
                SenderType.valueOf(row.getString("sender_type")),
                row.getString("sender_id"),
                row.getString("body"),
                row.getString("content_type"),
                row.getTimestamp("sent_at").toInstant(),
                row.getBoolean("masked"));
    }
}
