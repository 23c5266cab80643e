package io.baton.chat;

import io.baton.identity.TransactionMemo;
import io.baton.kernel.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of conversations and of who takes part; row-level security hides those of other tenants. */
@Repository
@Transactional
class ConversationTable {

    static final String CONVERSATION = "select c.*, baton_last_seq(c.id) as last_seq from conversation c ";

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final TransactionMemo<UUID, Boolean> held = new TransactionMemo<>(this::hold);

    /** Somebody who takes part, with the seq at joining and, for who has left, the last one that may be read. */
    record Participant(
            Party party, long joinedSeq, @Nullable Long leftSeq) {

        boolean active() {
            return leftSeq == null;
        }
    }

    ConversationTable(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    Optional<Conversation> find(UUID id) {
        return jdbc.sql(CONVERSATION + "where c.id = ?")
                .param(id)
                .query(ConversationTable::conversation)
                .optional();
    }

    /**
     * Locks the row until the end of the transaction: the next seq belongs to this transaction. What the row and its messages
     * are is read afterwards, for they may have changed while the lock was waited for.
     */
    Optional<Conversation> lock(UUID id) {
        return held.get(id) ? find(id) : Optional.empty();
    }

    private boolean hold(UUID id) {
        return jdbc.sql("select id from conversation where id = ? for no key update")
                .param(id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    Optional<Conversation> open(UUID customerId) {
        return jdbc.sql(CONVERSATION + "where c.customer_id = ? and c.state <> 'CLOSED'")
                .param(customerId)
                .query(ConversationTable::conversation)
                .optional();
    }

    List<Conversation> closedAmong(Collection<UUID> ids) {
        return jdbc.sql(CONVERSATION + "where c.id = any(?) and c.state = 'CLOSED'")
                .param(ids.toArray(UUID[]::new))
                .query(ConversationTable::conversation)
                .list();
    }

    /** The new conversation; none when the customer has an open one already. */
    Optional<Conversation> insert(Conversation.Draft draft, LocalDate day) {
        return jdbc.sql("""
                        insert into conversation
                            (id, tenant_id, number, customer_id, subject, category, state, opened_at)
                        values (?, ?, baton_number('C', ?), ?, ?, ?, 'OPEN', ?)
                        on conflict (tenant_id, customer_id) where state <> 'CLOSED' do nothing
                        returning *, 0 as last_seq
                        """)
                .params(
                        draft.id(),
                        current.tenant().id(),
                        day,
                        draft.customerId(),
                        draft.subject(),
                        draft.category(),
                        Timestamp.from(draft.openedAt()))
                .query(ConversationTable::conversation)
                .optional();
    }

    void assign(UUID id, String agent, @Nullable String department, @Nullable UUID handoff) {
        jdbc.sql("""
                        update conversation set state = 'WITH_AGENT', agent_id = ?, department = coalesce(?, department),
                            handoff_id = ?
                        where id = ?
                        """).params(agent, department, handoff, id).update();
    }

    void release(UUID id) {
        jdbc.sql("update conversation set state = 'OPEN', agent_id = null where id = ?")
                .param(id)
                .update();
    }

    void route(UUID id, @Nullable String department, @Nullable UUID handoff) {
        jdbc.sql("update conversation set department = coalesce(?, department), handoff_id = ? where id = ?")
                .params(department, handoff, id)
                .update();
    }

    void remark(UUID id, String note) {
        jdbc.sql("update conversation set close_note = ? where id = ? and state <> 'CLOSED'")
                .params(note, id)
                .update();
    }

    /** What was remarked for the own people. */
    Optional<String> close(UUID id, String reason, Instant at) {
        return jdbc.sql("""
                        update conversation set state = 'CLOSED', closed_at = ?, close_reason = ?, handoff_id = null
                        where id = ? returning close_note
                        """)
                .params(Timestamp.from(at), reason, id)
                .query((row, number) -> Optional.ofNullable(row.getString("close_note")))
                .single();
    }

    void reopen(UUID id) {
        jdbc.sql("""
                        update conversation set state = 'OPEN', agent_id = null, closed_at = null, close_reason = null,
                            close_note = null, rating = null, rating_comment = null
                        where id = ?
                        """).param(id).update();
    }

    void rate(UUID id, int score, @Nullable String comment) {
        jdbc.sql("update conversation set rating = ?, rating_comment = ? where id = ?")
                .params(score, comment, id)
                .update();
    }

    List<Participant> participants(UUID id) {
        return jdbc.sql("select * from participant where conversation_id = ?")
                .param(id)
                .query((row, number) -> participant(row))
                .list();
    }

    /** Joins after the given seq; who comes back reads everything in between too. */
    void join(UUID id, Party party, long seq) {
        jdbc.sql("""
                        insert into participant (tenant_id, conversation_id, kind, party_id, joined_seq)
                        values (?, ?, ?, ?, ?)
                        on conflict (conversation_id, kind, party_id)
                            do update set left_seq = null, joined_seq = excluded.joined_seq
                            where participant.left_seq is not null
                        """)
                .params(current.tenant().id(), id, party.kind().name(), party.id(), seq)
                .update();
    }

    void leave(UUID id, Party party, long seq) {
        jdbc.sql("""
                        update participant set left_seq = ?
                        where conversation_id = ? and kind = ? and party_id = ? and left_seq is null
                        """).params(seq, id, party.kind().name(), party.id()).update();
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                new Party(Party.Kind.valueOf(row.getString("kind")), row.getString("party_id")),
                row.getLong("joined_seq"),
                row.getObject("left_seq", Long.class));
    }

    static Conversation conversation(ResultSet row, int number) throws SQLException {
        return new Conversation(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("customer_id", UUID.class),
                row.getString("subject"),
                row.getString("category"),
                Conversation.State.valueOf(row.getString("state")),
                row.getString("agent_id"),
                row.getString("department"),
                row.getObject("handoff_id", UUID.class),
                row.getLong("last_seq"),
                instant(row, "opened_at"),
                row.getTimestamp("closed_at") == null ? null : instant(row, "closed_at"),
                row.getString("close_reason"),
                row.getObject("rating", Integer.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
