package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds messages by the words that were written down for them. */
@Repository
@Transactional(readOnly = true)
class SearchTable {

    private static final int NAMESAKES = 1_000;
    private static final String LONGEST = "5s";

    private static final String FIND = """
            select m.*, c.number, k.name customer_name
            from baton_search(:words, :since, :until, :beforeAt::timestamptz, :beforeConversation::uuid,
                :beforeSeq::bigint, :reader, :led::text, :everything, :customers::uuid[], :agent::text,
                :category::text, :state::text, :most) s
            join conversation c on c.id = s.conversation_id
            join customer k on k.id = c.customer_id
            join message m on m.conversation_id = s.conversation_id and m.seq = s.seq
            order by s.sent_at desc, s.conversation_id desc, s.seq desc
            """;

    private final JdbcClient jdbc;
    private final CurrentActor current;

    /** A message that has the words, though perhaps not next to each other. */
    record Candidate(Message message, String number, String customer) {

        SearchCursor cursor() {
            return new SearchCursor(message.sentAt(), message.conversationId(), message.seq());
        }
    }

    /** @param customers absent for all */
    record Wanted(Collection<String> words, @Nullable List<UUID> customers, Search.Query query) {}

    SearchTable(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** Gives up with 503 {@code search_too_wide} after a few seconds, so that no search stands in the way of others. */
    List<Candidate> find(Wanted wanted, @Nullable SearchCursor before, int most) {
        try {
            jdbc.sql("select set_config('statement_timeout', ?, true)")
                    .param(LONGEST)
                    .query(String.class)
                    .single();
            return found(wanted, before, most);
        } catch (QueryTimeoutException endless) {
            throw tooWide();
        }
    }

    private List<Candidate> found(Wanted wanted, @Nullable SearchCursor before, int most) {
        var reader = current.get();
        var query = wanted.query();
        return jdbc.sql(FIND)
                .param("words", wanted.words().toArray(String[]::new))
                .param("since", Timestamp.from(query.from() == null ? Instant.EPOCH : query.from()))
                .param("until", Timestamp.from(query.to() == null ? Search.Query.END : query.to()))
                .param("beforeAt", before == null ? null : Timestamp.from(before.at()))
                .param("beforeConversation", before == null ? null : before.conversation())
                .param("beforeSeq", before == null ? null : before.seq())
                .param("reader", reader.id())
                .param("led", led(reader))
                .param("everything", reader.is(Role.ADMIN))
                .param(
                        "customers",
                        wanted.customers() == null ? null : wanted.customers().toArray(UUID[]::new))
                .param("agent", query.agent())
                .param("category", query.category())
                .param("state", query.state() == null ? null : query.state().name())
                .param("most", most)
                .query(SearchTable::candidate)
                .list();
    }

    /** The customers of this name or this id of the company's own. */
    List<UUID> customers(String nameOrExternalId) {
        return jdbc.sql("""
                        (select id from customer where tenant_id = :tenant and external_id = :name)
                        union (select id from customer where tenant_id = :tenant and name = :name) limit :most
                        """)
                .param("tenant", current.tenant().id())
                .param("name", nameOrExternalId)
                .param("most", NAMESAKES)
                .query(UUID.class)
                .list();
    }

    static Problem tooWide() {
        return Problem.of(503, "search_too_wide", Map.of());
    }

    static @Nullable String led(Actor actor) {
        return actor.is(Role.MANAGER) ? actor.department() : null;
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                MessageStream.message(row, number), row.getString("number"), row.getString("customer_name"));
    }
}
