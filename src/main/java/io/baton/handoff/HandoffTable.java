package io.baton.handoff;

import io.baton.chat.Blocklist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HandoffTable {

    private static final String OPEN = "state not in ('COMPLETED', 'CANCELLED', 'TICKETED')";

    /** How many go first, and one. */
    private static final String PLACE = """
            1 + (select count(*) from handoff o
                where o.department = ? and o.state in ('PENDING', 'ASSIGNED')
                    and (not o.front, o.rank_at, o.id) < (not ?, ?, ?))
            """;

    private final JdbcClient jdbc;
    private final HandoffRow row;
    private final Blocklist blocklist;

    HandoffTable(JdbcClient jdbc, HandoffRow row, Blocklist blocklist) {
        this.jdbc = jdbc;
        this.row = row;
        this.blocklist = blocklist;
    }

    /** With its place; false when the conversation has an open handoff already, even one that commits at this moment. */
    boolean insert(String tenant, HandoffSnapshot handoff, Instant rank) {
        var columns = new LinkedHashMap<String, @Nullable Object>(Map.of("tenant_id", tenant));
        columns.putAll(row.fixed(handoff));
        columns.putAll(row.moving(handoff, rank));
        return jdbc.sql("insert into handoff (" + String.join(", ", columns.keySet()) + ", place) values ("
                                + columns.keySet().stream()
                                        .map(HandoffTable::placeholder)
                                        .collect(Collectors.joining(", "))
                                + ", " + PLACE + ") on conflict (tenant_id, conversation_id) where " + OPEN
                                + " do nothing")
                        .params(new ArrayList<>(columns.values()))
                        .params(
                                handoff.place().department(),
                                handoff.place().front(),
                                HandoffRow.utc(rank),
                                handoff.id())
                        .update()
                == 1;
    }

    void update(HandoffSnapshot handoff, Instant rank) {
        var columns = row.moving(handoff, rank);
        var assignments = columns.keySet().stream()
                .map(column -> column + " = " + placeholder(column))
                .collect(Collectors.joining(", "));
        jdbc.sql("update handoff set " + assignments
                        + ", place = case when ? in ('PENDING', 'ASSIGNED') then place end where id = ?")
                .params(new ArrayList<>(columns.values()))
                .params(handoff.state().name(), handoff.id())
                .update();
    }

    /** To the end of the transaction nobody else asks in this conversation. */
    void holdAsking(UUID conversation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("asking/" + conversation)
                .query((result, number) -> true)
                .single();
    }

    Optional<HandoffSnapshot> lock(UUID id) {
        return one("id = :value for update", id);
    }

    Optional<HandoffSnapshot> find(UUID id) {
        return one("id = :value", id);
    }

    Optional<HandoffSnapshot> openOf(UUID conversation) {
        return one("conversation_id = :value and " + OPEN, conversation);
    }

    /** The newest of a conversation, open or not. */
    Optional<HandoffSnapshot> newestOf(UUID conversation) {
        return one("conversation_id = :value order by id desc limit 1", conversation);
    }

    /** What takes a seat of this agent, or of whom it is on its way to. */
    List<HandoffSnapshot> heldBy(String agent) {
        return jdbc.sql("select * from handoff where (agent_id = ? or transfer_to = ?) and " + OPEN + " order by id")
                .params(agent, agent)
                .query(row::read)
                .list();
    }

    /** The conversations of all that are open. */
    List<UUID> openConversations() {
        return jdbc.sql("select conversation_id from handoff where " + OPEN)
                .query(UUID.class)
                .list();
    }

    List<String> servingAgents() {
        return jdbc.sql("select distinct agent_id from handoff where state = 'IN_PROGRESS' order by 1")
                .query(String.class)
                .list();
    }

    /** What this agent is being asked to take at this moment. */
    List<HandoffSnapshot> askedOf(String agent) {
        return jdbc.sql("""
                        select * from handoff where (state = 'ASSIGNED' and agent_id = ?)
                            or (state = 'TRANSFERRED' and transfer_to = ?) order by id
                        """).params(agent, agent).query(row::read).list();
    }

    List<HandoffSnapshot> openOfCustomers(Collection<String> customers) {
        return jdbc.sql("select * from handoff where customer_id = any(?) and " + OPEN + " order by id")
                .param(customers.toArray(String[]::new))
                .query(row::read)
                .list();
    }

    /** Who last served a customer, in another handoff than this one. */
    Optional<String> lastAgent(String customer, UUID but) {
        return jdbc.sql("""
                        select agent_id from handoff
                        where customer_id = ? and id <> ? and accepted_at is not null and agent_id is not null
                        order by accepted_at desc limit 1
                        """).params(customer, but).query(String.class).optional();
    }

    /** Remembers that the question was answered. */
    void resolve(UUID id) {
        jdbc.sql("update handoff set resolved = true where id = ?").param(id).update();
    }

    /** Remembers that a customer's newest answered question was not, if it ended after the instant; whose answer it was. */
    Optional<String> reopen(String customer, Instant since) {
        return jdbc.sql("""
                        update handoff set resolved = false where resolved and id = (
                            select id from handoff where customer_id = ? and resolved and ended_at > ?
                            order by ended_at desc limit 1)
                        returning agent_id
                        """)
                .params(customer, HandoffRow.utc(since))
                .query(String.class)
                .optional();
    }

    int requestsSince(String customer, Instant since) {
        return jdbc.sql("select count(*) from handoff where customer_id = ? and requested_at > ?")
                .params(customer, HandoffRow.utc(since))
                .query(Integer.class)
                .single();
    }

    boolean blocks(String customer) {
        return blocklist.blocks(customer);
    }

    private Optional<HandoffSnapshot> one(String where, UUID value) {
        return jdbc.sql("select * from handoff where " + where)
                .param("value", value)
                .query(row::read)
                .optional();
    }

    private static String placeholder(String column) {
        return column.equals("score") ? "cast(? as jsonb)" : "?";
    }
}
