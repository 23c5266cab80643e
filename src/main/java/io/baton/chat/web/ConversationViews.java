package io.baton.chat.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.chat.Conversation;
import io.baton.chat.Party;
import io.baton.chat.SenderType;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads conversations for lists; shows the current actor no other than those the actor may open. */
@Repository
@Transactional(readOnly = true)
class ConversationViews {

    private static final String LONGEST = "5s";

    /** How far back an answer to the customer is looked for: whoever waits longer than that is told to wait that long. */
    private static final int ANSWERED_WITHIN = 200;

    private static final String VIEW = """
            select c.*, k.name customer_name, k.attributes, k.page,
                coalesce(p.read_seq, 0) read_seq, coalesce(p.left_seq, m.seq, 0) shown_seq,
                coalesce(r.read_seq, 0) customer_read_seq, w.waiting_since,
                m.sender_type, m.body, m.content_type, m.sent_at
            from conversation c
            join customer k on k.id = c.customer_id
            left join participant p on p.conversation_id = c.id and p.kind = :kind and p.party_id = :me
            left join participant r on r.conversation_id = c.id and r.kind = 'CUSTOMER' and r.party_id = k.id::text
            left join lateral (
                select * from message m where m.conversation_id = c.id and (p.left_seq is null or m.seq <= p.left_seq)
                order by m.seq desc limit 1) m on true
            left join lateral (
                select min(q.sent_at) waiting_since from message q
                where c.state <> 'CLOSED' and q.conversation_id = c.id and q.sender_type = 'CUSTOMER'
                    and q.seq between m.seq - %1$d and m.seq
                    and q.seq > coalesce((select max(a.seq) from message a where a.conversation_id = c.id
                        and a.sender_type in ('AGENT', 'BOT') and a.seq between m.seq - %1$d and m.seq), 0)) w on true
            """.formatted(ANSWERED_WITHIN);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentActor current;
    private final AgentNames names;

    ConversationViews(JdbcClient jdbc, ObjectMapper json, CurrentActor current, AgentNames names) {
        this.jdbc = jdbc;
        this.json = json;
        this.current = current;
        this.names = names;
    }

    /** Gives up with 503 {@code search_too_wide} after a few seconds, so that no filter stands in the way of others. */
    Page<ConversationView> list(ConversationFilter filter, int limit, @Nullable UUID before) {
        try {
            if (filter.isNarrow()) {
                jdbc.sql("select set_config('statement_timeout', ?, true)")
                        .param(LONGEST)
                        .query(String.class)
                        .single();
            }
            return found(filter, limit, before);
        } catch (QueryTimeoutException endless) {
            throw Problem.of(503, "search_too_wide", Map.of());
        }
    }

    private Page<ConversationView> found(ConversationFilter filter, int limit, @Nullable UUID before) {
        var actor = current.get();
        var party = Party.of(actor);
        if (party.kind() == Party.Kind.AGENT) {
            actor.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        }
        var found = jdbc.sql(VIEW + "where c.id in (" + ConversationSources.of(actor, filter, limit + 1, before != null)
                        + ") order by c.id desc limit " + (limit + 1))
                .param("tenant", actor.tenant().id())
                .param("kind", party.kind().name())
                .param("me", party.id())
                .param("led", actor.department())
                .params(filter.parameters())
                .param("before", before)
                .query((row, number) -> view(row, party.kind() == Party.Kind.AGENT))
                .list();
        return Page.cut(found, limit, view -> view.id().toString());
    }

    ConversationView of(Conversation conversation) {
        var party = Party.of(current.get());
        return jdbc.sql(VIEW + "where c.id = :id")
                .param("kind", party.kind().name())
                .param("me", party.id())
                .param("id", conversation.id())
                .query((row, number) -> view(row, party.kind() == Party.Kind.AGENT))
                .single();
    }

    private ConversationView view(ResultSet row, boolean staff) throws SQLException {
        var agent = row.getString("agent_id");
        var shown = row.getLong("shown_seq");
        var read = row.getLong("read_seq");
        return new ConversationView(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("subject"),
                row.getString("category"),
                Conversation.State.valueOf(row.getString("state")),
                customer(row),
                agent == null ? null : new ConversationView.Agent(agent, names.of(agent)),
                row.getString("department"),
                row.getObject("handoff_id", UUID.class),
                shown,
                read,
                Math.max(0, shown - read),
                row.getLong("customer_read_seq"),
                instant(row.getTimestamp("waiting_since")),
                lastMessage(row),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("closed_at")),
                row.getString("close_reason"),
                row.getObject("rating", Integer.class),
                row.getInt("topic_version"),
                staff ? List.of((String[]) row.getArray("tags").getArray()) : List.of(),
                staff ? row.getString("close_note") : null);
    }

    private ConversationView.Customer customer(ResultSet row) throws SQLException {
        return new ConversationView.Customer(
                row.getObject("customer_id", UUID.class),
                row.getString("customer_name"),
                attributes(row.getString("attributes")),
                row.getString("page"));
    }

    private static ConversationView.@Nullable LastMessage lastMessage(ResultSet row) throws SQLException {
        var type = row.getString("sender_type");
        return type == null
                ? null
                : new ConversationView.LastMessage(
                        SenderType.valueOf(type),
                        row.getString("body"),
                        row.getString("content_type"),
                        row.getTimestamp("sent_at").toInstant());
    }

    private Map<String, String> attributes(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the attributes of a customer are no JSON object of texts", damaged);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
