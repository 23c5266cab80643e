package io.baton.chat;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The words of messages as they are written down; writing the same message twice, even at once, changes nothing. */
@Repository
@Transactional
class SearchIndex {

    /** How far the clocks of nodes may be apart. */
    private static final Duration CLOCKS = Duration.ofDays(1);

    private static final String INCOMPLETE = """
            select id from (%s) c
            where id > :after and baton_last_seq(id) > (select count(*) from message_token t where t.conversation_id = c.id
                and t.sent_at >= c.opened_at - :clocks::interval
                and t.sent_at <= coalesce(c.closed_at + :clocks::interval, 'infinity'))
            order by id limit :limit
            """;

    private static final String SOME = "select id, opened_at, closed_at from conversation where tenant_id = :tenant";
    private static final String ALL = SOME + " and id > :after";
    private static final String RECENT = SOME + " and id >= :recent union " + SOME + " and state <> 'CLOSED'";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SearchTexts texts;
    private final CurrentActor current;

    SearchIndex(JdbcClient jdbc, JdbcTemplate batches, SearchTexts texts, CurrentActor current) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.texts = texts;
        this.current = current;
    }

    void write(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                insert into message_token (conversation_id, seq, sent_at, tokens) values (?, ?, ?, ?)
                on conflict do nothing
                """, messages, messages.size(), (row, message) -> {
            row.setObject(1, message.conversationId());
            row.setLong(2, message.seq());
            row.setTimestamp(3, Timestamp.from(message.sentAt()));
            row.setArray(
                    4,
                    row.getConnection()
                            .createArrayOf(
                                    "text", Words.tokens(texts.of(message)).toArray()));
        });
    }

    /**
     * Conversations with messages that were not written down, by id.
     *
     * @param recent only those opened since then or still open; absent for all
     */
    @Transactional(readOnly = true)
    List<UUID> incomplete(@Nullable UUID recent, UUID after, int limit) {
        return jdbc.sql(INCOMPLETE.formatted(recent == null ? ALL : RECENT))
                .param("tenant", current.tenant().id())
                .param("recent", recent)
                .param("after", after)
                .param("clocks", CLOCKS.toString())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Messages of these conversations that were said until then and not written down. */
    @Transactional(readOnly = true)
    List<Message> missing(List<UUID> conversations, Instant until, int limit) {
        return jdbc.sql("""
                        select m.* from message m where m.conversation_id = any(?) and m.sent_at <= ?
                            and not exists (
                            select from message_token t
                            where t.conversation_id = m.conversation_id and t.seq = m.seq and t.sent_at = m.sent_at)
                        order by m.conversation_id, m.seq limit ?
                        """)
                .param(conversations.toArray(UUID[]::new))
                .param(Timestamp.from(until))
                .param(limit)
                .query(MessageStream::message)
                .list();
    }

    /** Makes the month partitions ahead of time and tells how many were made. */
    int makePartitions(int ahead) {
        return jdbc.sql("select baton_message_token_partitions(?)")
                .param(ahead)
                .query(Integer.class)
                .single();
    }

    /** Conversations are ids of their time. */
    static UUID since(Instant instant) {
        return Ids.floor(instant);
    }
}
