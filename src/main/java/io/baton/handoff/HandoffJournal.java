package io.baton.handoff;

import io.baton.identity.Parameters;
import io.baton.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what happened to handoffs, in the transaction in which it happened, for the agents who go on with them. The
 * trail has the same steps for auditors; it does not say whom they concerned, and agents do not read it.
 */
@Repository
class HandoffJournal {

    private final JdbcClient jdbc;

    HandoffJournal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(HandoffEvent event) {
        var before = event.change().before();
        var after = event.handoff();
        var target = after.trail().transferTo();
        jdbc.sql("""
                        insert into handoff_event (tenant_id, id, handoff_id, at, what, actor, actor_name, before, after,
                                                   agent_before, agent_after, target, department, comment)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Parameters.inferred(
                        event.actor().tenant().id(),
                        Ids.next(),
                        after.id(),
                        HandoffRow.utc(event.at()),
                        event.what(),
                        event.actor().id(),
                        event.actor().name(),
                        event.before(),
                        event.after(),
                        event.change().agentBefore(),
                        after.agentId(),
                        target == null && before != null ? before.trail().transferTo() : target,
                        after.place().department(),
                        event.comment()))
                .update();
    }

    /** Oldest first. */
    List<HandoffStep> of(UUID handoff) {
        return jdbc.sql("select * from handoff_event where handoff_id = ? order by step")
                .param(handoff)
                .query(HandoffJournal::step)
                .list();
    }

    private static HandoffStep step(ResultSet row, int number) throws SQLException {
        @Nullable String before = row.getString("before");
        return new HandoffStep(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("what"),
                row.getString("actor"),
                row.getString("actor_name"),
                before == null ? null : HandoffState.valueOf(before),
                HandoffState.valueOf(row.getString("after")),
                new HandoffStep.People(
                        row.getString("agent_before"), row.getString("agent_after"), row.getString("target")),
                row.getString("department"),
                row.getString("comment"));
    }
}
