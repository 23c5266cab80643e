package io.baton.chat;

import io.baton.kernel.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
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

    Optional<Message> find(UUID conversation, UUID id) {
        return jdbc.sql("select * from message where conversation_id = ? and client_id = ?")
                .params(conversation, id)
                .query(MessageStream::message)
                .optional();
    }

    void insert(Message message) {
        jdbc.sql("""
                        insert into message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id, body,
                            content_type, masked, sent_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        current.tenant().id(),
                        message.conversationId(),
                        message.seq(),
                        message.id(),
                        message.senderType().name(),
                        message.senderId(),
                        message.body(),
                        message.contentType(),
                        message.masked(),
                        Timestamp.from(message.sentAt()))
                .update();
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

    private static Message message(ResultSet row, int number) throws SQLException {
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
