package io.baton.chat;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads conversations for exports page by page, so that a slow reader holds no connection to the database. */
@Repository
@Transactional(readOnly = true)
class ExportTable {

    /** An id is made a moment before its conversation is opened. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final String WANTED = """
            from conversation c join customer k on k.id = c.customer_id
            where c.tenant_id = :tenant and (:everything or c.department = :led)
                and c.id > :after and c.id < :last and c.opened_at >= :from and c.opened_at < :to
                and (:number::text is null or c.number = :number)
                and (:found::uuid[] is null or c.id = any(:found))
                and (:customers::uuid[] is null or c.customer_id = any(:customers))
                and (:state::text is null or c.state = :state)
                and (:category::text is null or c.category = :category)
                and (:agent::text is null or exists (select from participant p
                    where p.conversation_id = c.id and p.kind = 'AGENT' and p.party_id = :agent))
            """;

    private final JdbcClient jdbc;

    /**
     * @param found those with a message that was looked for; absent when none was
     * @param customers absent for all
     */
    record Wanted(
            ConversationExports.Query query,
            @Nullable Set<UUID> found,
            @Nullable List<UUID> customers) {

        /** What was said in a conversation lies after it was opened: the times are those of the messages then. */
        Instant from() {
            return found == null ? query.from() : Instant.EPOCH;
        }

        Instant to() {
            return found == null ? query.to() : Search.Query.END;
        }
    }

    ExportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(Actor reader, Wanted wanted, UUID last) {
        return jdbc.sql("select count(*) " + WANTED)
                .params(parameters(reader, wanted, Ids.floor(start(wanted)), last))
                .query(Long.class)
                .single();
    }

    /** @param after the last conversation of the page before; absent for the first page */
    List<ExportRow> page(Actor reader, Wanted wanted, @Nullable UUID after, UUID last, int limit) {
        return jdbc.sql("select c.*, baton_last_seq(c.id) last_seq, k.name customer_name, k.external_id " + WANTED
                        + "order by c.id limit :limit")
                .params(parameters(reader, wanted, after == null ? Ids.floor(start(wanted)) : after, last))
                .param("limit", limit)
                .query(ExportTable::row)
                .list();
    }

    private static Instant start(Wanted wanted) {
        return wanted.from().isBefore(Instant.EPOCH.plus(SLACK))
                ? Instant.EPOCH
                : wanted.from().minus(SLACK);
    }

    private static Map<String, @Nullable Object> parameters(Actor reader, Wanted wanted, UUID after, UUID last) {
        var query = wanted.query();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("tenant", reader.tenant().id());
        parameters.put("everything", reader.is(Role.ADMIN));
        parameters.put("led", SearchTable.led(reader));
        parameters.put("after", after);
        parameters.put("last", last);
        parameters.put("from", Timestamp.from(wanted.from()));
        parameters.put("to", Timestamp.from(wanted.to()));
        parameters.put("state", query.state() == null ? null : query.state().name());
        parameters.put("category", query.category());
        parameters.put("agent", query.agent());
        parameters.put("number", query.number());
        parameters.put("found", array(wanted.found()));
        parameters.put("customers", array(wanted.customers()));
        return parameters;
    }

    private static UUID @Nullable [] array(@Nullable Collection<UUID> ids) {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }

    private static ExportRow row(ResultSet row, int number) throws SQLException {
        var closed = row.getTimestamp("closed_at");
        return new ExportRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("customer_name"),
                row.getString("external_id"),
                row.getString("subject"),
                row.getString("category"),
                Conversation.State.valueOf(row.getString("state")),
                row.getString("agent_id"),
                row.getString("department"),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("close_reason"),
                row.getLong("last_seq"),
                row.getObject("rating", Integer.class),
                row.getString("rating_comment"));
    }
}
