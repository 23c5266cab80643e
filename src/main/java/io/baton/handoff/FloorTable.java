package io.baton.handoff;

import io.baton.handoff.FloorGroup.Asked;
import io.baton.handoff.FloorGroup.Served;
import io.baton.handoff.FloorGroup.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the open handoffs as they lie on the floor, and remembers since when somebody waits anew. */
@Repository
class FloorTable {

    /** More than that nobody reads of a queue; how many wait is told anyway. */
    static final int MOST = 200;

    private static final String OF = " and (cast(:department as text) is null or department = :department)";

    private final JdbcClient jdbc;
    private final HandoffRow handoffs;

    FloorTable(JdbcClient jdbc, HandoffRow handoffs) {
        this.jdbc = jdbc;
        this.handoffs = handoffs;
    }

    /** One place of a queue, and what is to be said of the whole of it. */
    record Queued(String department, Waiting waiting, int all, Instant oldest) {}

    /** Somebody with an agent, in a department. */
    record With(String department, Served served) {}

    /** The queues, each in its order and up to {@value #MOST} places. */
    List<Queued> queues(@Nullable String department) {
        return jdbc.sql("""
                        select * from (
                            select h.*, row_number() over (partition by department order by front desc, rank_at, id) as position,
                                count(*) over (partition by department) as waiting,
                                coalesce(queued_again_at, requested_at) as since,
                                min(coalesce(queued_again_at, requested_at)) over (partition by department) as oldest
                            from handoff h where state in ('PENDING', 'ASSIGNED')
                        """ + OF + ") q where position <= " + MOST + " order by department, position")
                .param("department", department)
                .query((row, number) -> new Queued(
                        row.getString("department"), waiting(row), row.getInt("waiting"), instant(row, "oldest")))
                .list();
    }

    List<With> served(@Nullable String department) {
        return jdbc.sql("""
                        select id, conversation_id, customer_name, reason, state, priority, department, agent_id, customer_lost,
                            transfer_to, greatest(accepted_at, offered_at) as since
                        from handoff where state in ('ACCEPTED', 'IN_PROGRESS', 'PAUSED', 'TRANSFERRED')
                        """ + OF + " order by department, agent_id, since, id")
                .param("department", department)
                .query((row, number) -> new With(row.getString("department"), served(row)))
                .list();
    }

    void queuedAgain(UUID id, Instant at) {
        jdbc.sql("update handoff set queued_again_at = ? where id = ?")
                .params(HandoffRow.utc(at), id)
                .update();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        var handoff = handoffs.read(row, 0);
        var offer = handoff.offer();
        var place = handoff.place();
        return new Waiting(
                handoff.id(),
                handoff.ask().conversationId(),
                handoff.ask().customer().name(),
                handoff.ask().reason(),
                handoff.state(),
                row.getInt("position"),
                instant(row, "since"),
                place.priority(),
                place.skillsDropped() ? Set.of() : handoff.ask().skills(),
                place.front(),
                handoff.trail().misses(),
                offer == null ? null : new Asked(offer.agentId(), offer.offeredAt(), offer.expiresAt(), offer.score()));
    }

    private static Served served(ResultSet row) throws SQLException {
        return new Served(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("customer_name"),
                row.getString("reason"),
                HandoffState.valueOf(row.getString("state")),
                Priority.valueOf(row.getString("priority")),
                row.getString("agent_id"),
                instant(row, "since"),
                row.getBoolean("customer_lost"),
                row.getString("transfer_to"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
