package io.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many conversations each agent holds. A claim is one conditional update: it succeeds only while a seat is free,
 * whoever else claims at the same time. Only {@link #claimByHand} goes beyond the maximum.
 */
@Repository
class Seats {

    private final JdbcClient jdbc;

    Seats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The seats of these agents; who never had one is missing. */
    Map<String, Candidate.Seat> of(Collection<String> agents) {
        var seats = new HashMap<String, Candidate.Seat>();
        jdbc.sql("select * from seat where agent_id = any(?)")
                .param(agents.toArray(String[]::new))
                .query((row, number) -> seats.put(row.getString("agent_id"), seat(row)))
                .list();
        return seats;
    }

    /** One more conversation for the agent, unless there are {@code max} already. */
    boolean claim(String tenant, String agent, int max, Instant at) {
        ensure(tenant, agent, max);
        return jdbc.sql("""
                                update seat set active = active + 1, offers = offers + 1, last_assigned_at = ?,
                                    max_active = ?, extra = greatest(0, active + 1 - ?)
                                where tenant_id = ? and agent_id = ? and active < ?
                                """)
                        .params(at.atOffset(ZoneOffset.UTC), max, max, tenant, agent, max)
                        .update()
                == 1;
    }

    /** One more conversation, even beyond the maximum. */
    void claimByHand(String tenant, String agent, int max, Instant at) {
        ensure(tenant, agent, max);
        jdbc.sql("""
                        update seat set active = active + 1, last_assigned_at = ?, max_active = ?,
                            extra = greatest(0, active + 1 - ?)
                        where agent_id = ?
                        """).params(at.atOffset(ZoneOffset.UTC), max, max, agent).update();
    }

    void release(String agent) {
        jdbc.sql("""
                        update seat set active = active - 1, extra = greatest(0, active - 1 - max_active)
                        where agent_id = ? and active > 0
                        """).param(agent).update();
    }

    /** Remembers how an offer ended; what Baton took back itself neither counts nor forgets misses. */
    void ended(String agent, OfferOutcome outcome) {
        jdbc.sql("""
                        update seat set accepted = accepted + :accepted, misses_in_a_row = case when :missed
                            then misses_in_a_row + 1 when :withdrawn then misses_in_a_row else 0 end
                        where agent_id = :agent
                        """)
                .param("accepted", outcome == OfferOutcome.ACCEPTED ? 1 : 0)
                .param("missed", outcome == OfferOutcome.MISSED)
                .param("withdrawn", outcome == OfferOutcome.WITHDRAWN)
                .param("agent", agent)
                .update();
    }

    int missesInARow(String agent) {
        return jdbc.sql("select misses_in_a_row from seat where agent_id = ?")
                .param(agent)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void forgetMisses(String agent) {
        jdbc.sql("update seat set misses_in_a_row = 0 where agent_id = ?")
                .param(agent)
                .update();
    }

    void completed(String agent) {
        jdbc.sql("update seat set completed = completed + 1 where agent_id = ?")
                .param(agent)
                .update();
    }

    private void ensure(String tenant, String agent, int max) {
        jdbc.sql("insert into seat (tenant_id, agent_id, max_active) values (?, ?, ?) on conflict do nothing")
                .params(tenant, agent, max)
                .update();
    }

    private static Candidate.Seat seat(ResultSet row) throws SQLException {
        var last = row.getObject("last_assigned_at", OffsetDateTime.class);
        return new Candidate.Seat(
                row.getInt("active"),
                row.getInt("max_active"),
                row.getInt("offers"),
                row.getInt("accepted"),
                row.getInt("completed"),
                last == null ? null : last.toInstant());
    }
}
