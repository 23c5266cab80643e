package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of notes; the database lets nobody change them. */
@Repository
class CustomerNoteTable {

    private final JdbcClient jdbc;

    CustomerNoteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CustomerNote note) {
        jdbc.sql("""
                        insert into customer_note (id, customer_id, conversation_id, author, author_name, at, text)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        note.id(),
                        note.customerId(),
                        note.conversationId(),
                        note.author(),
                        note.authorName(),
                        Timestamp.from(note.at()),
                        note.text())
                .update();
    }

    int count(UUID customer) {
        return jdbc.sql("select count(*) from customer_note where customer_id = ?")
                .param(customer)
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    List<CustomerNote> list(Actor reader, UUID customer, @Nullable UUID before, int limit) {
        return reading("""
                        select n.*, c.number from customer_note n left join conversation c on c.id = n.conversation_id
                        where n.customer_id = :customer and (:before::uuid is null or n.id < :before)
                            and (n.conversation_id is null or %s)
                        order by n.id desc limit :limit
                        """, reader, customer)
                .param("before", before)
                .param("limit", limit)
                .query(CustomerNoteTable::note)
                .list();
    }

    /** The number of a conversation of the customer that the reader may see. */
    Optional<String> number(Actor reader, UUID customer, UUID conversation) {
        return reading(
                        "select c.number from conversation c where c.customer_id = :customer and c.id = :id and %s",
                        reader, customer)
                .param("id", conversation)
                .query(String.class)
                .optional();
    }

    private StatementSpec reading(String sql, Actor reader, UUID customer) {
        return jdbc.sql(sql.formatted(CustomerAccess.OWN))
                .param("customer", customer)
                .param("all", reader.is(Role.ADMIN))
                .param("me", reader.id())
                .param("department", reader.department());
    }

    private static CustomerNote note(ResultSet row, int number) throws SQLException {
        return new CustomerNote(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("number"),
                row.getString("author"),
                row.getString("author_name"),
                row.getTimestamp("at").toInstant(),
                row.getString("text"));
    }
}
