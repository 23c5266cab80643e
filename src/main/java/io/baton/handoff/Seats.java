package io.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many conversations each agent holds. A claim is one conditional update: it succeeds only while a seat is free,
 * whoever else claims at the same time. Only {@link #claimByHand} goes beyond the maximum.
 */
@Repository
class Seats {

    /** What agents hold: what they are asked about or serve, and what is on its way to them. */
    private static final String HELD = """
            select agent_id, count(*)::int as held from (
                select agent_id from handoff
                where state in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'PAUSED', 'TRANSFERRED')
                union all
                select transfer_to from handoff where state = 'TRANSFERRED') one group by agent_id
            """;

    private static final String CLAIM = """
            with free as (
                select tenant_id, agent_id from seat
                where tenant_id = ? and agent_id = ? and active < ? for update %s)
            update seat s set active = active + 1, last_assigned_at = ?, max_active = ?,
                extra = greatest(0, active + 1 - ?)
            from free where s.tenant_id = free.tenant_id and s.agent_id = free.agent_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Seats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The seats of these agents; who never had one is missing. */
    Map<String, Candidate.Seat> of(Collection<String> agents) {
        var seats = new HashMap<String, Candidate.Seat>();
        jdbc.sql("""
                        select s.*, q.* from seat s
                        left join agent_quality q on q.tenant_id = s.tenant_id and q.agent_id = s.agent_id
                        where s.agent_id = any(?)
                        """)
                .param(agents.toArray(String[]::new))
                .query((row, number) -> seats.put(row.getString("agent_id"), seat(row)))
                .list();
        return seats;
    }

    /** One more conversation for the agent, unless there are {@code max} already. */
    boolean claim(String tenant, String agent, int max, Instant at) {
        var claim = claiming("", tenant, agent, max, at);
        return claim.update() == 1 || (ensure(tenant, Map.of(agent, max)) == 1 && claim.update() == 1);
    }

    /**
     * As {@link #claim}, but never waits: false as well while somebody else is changing the seats of the agent. Of many who
     * look for a seat at once each finds another one, or is woken when those who were faster are done.
     *
     * @param seat as it was just read
     */
    boolean tryClaim(String tenant, String agent, Candidate.Seat seat, Instant at) {
        var claim = claiming("skip locked", tenant, agent, seat.max(), at);
        return claim.update() == 1
                || (seat.lastAssignedAt() == null
                        && ensure(tenant, Map.of(agent, seat.max())) == 1
                        && claim.update() == 1);
    }

    private JdbcClient.StatementSpec claiming(String unlessLocked, String tenant, String agent, int max, Instant at) {
        return jdbc.sql(CLAIM.formatted(unlessLocked))
                .params(tenant, agent, max, at.atOffset(ZoneOffset.UTC), max, max);
    }

    /**
     * Whether somebody has a free seat and nobody else is changing it at this moment; that then stays so to the end of the
     * transaction.
     *
     * @param agents who, and how many conversations each may have
     */
    boolean isClaimable(String tenant, Map<String, Integer> agents) {
        ensure(tenant, agents);
        return jdbc.sql("""
                        select s.agent_id from seat s
                        join unnest(:agents::text[], :max::int[]) as wanted(agent_id, max) on wanted.agent_id = s.agent_id
                        where s.tenant_id = :tenant and s.active < wanted.max
                        limit 1 for update of s skip locked
                        """)
                .param("tenant", tenant)
                .param("agents", agents.keySet().toArray(String[]::new))
                .param("max", agents.values().toArray(Integer[]::new))
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** One more conversation, even beyond the maximum. */
    void claimByHand(String tenant, String agent, int max, Instant at) {
        ensure(tenant, Map.of(agent, max));
        jdbc.sql("""
                        update seat set active = active + 1, last_assigned_at = ?, max_active = ?,
                            extra = greatest(0, active + 1 - ?)
                        where agent_id = ?
                        """).params(at.atOffset(ZoneOffset.UTC), max, max, agent).update();
    }

    /** One conversation less for each of them, in an order that all have in common. */
    void release(Collection<String> agents) {
        agents.stream().sorted().forEach(this::release);
    }

    void release(String agent) {
        jdbc.sql("""
                        update seat set active = active - 1, last_freed_at = ?,
                            extra = greatest(0, active - 1 - max_active)
                        where agent_id = ? and active > 0
                        """).params(clock.instant().atOffset(ZoneOffset.UTC), agent).update();
    }

    /** Remembers how an offer ended; what Baton took back itself neither counts nor forgets misses. */
    void ended(String agent, OfferOutcome outcome) {
        switch (outcome) {
            case MISSED ->
                jdbc.sql("update seat set misses_in_a_row = misses_in_a_row + 1 where agent_id = ?")
                        .param(agent)
                        .update();
            case ACCEPTED, REJECTED -> forgetMisses(agent);
            case WITHDRAWN -> {}
        }
    }

    int missesInARow(String agent) {
        return jdbc.sql("select misses_in_a_row from seat where agent_id = ?")
                .param(agent)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Where there are none, the seat is not held for it. */
    void forgetMisses(String agent) {
        jdbc.sql("update seat set misses_in_a_row = 0 where agent_id = ? and misses_in_a_row > 0")
                .param(agent)
                .update();
    }

    /** Whose seats are not as many as the handoffs that agents hold or are being asked to take over. */
    List<SeatRepair.Miscounted> miscounted() {
        return jdbc.sql("""
                        select s.agent_id, coalesce(a.department, '') as department from seat s
                        left join agent a on a.tenant_id = s.tenant_id and a.id = s.agent_id
                        left join (%s) h on h.agent_id = s.agent_id
                        where s.active <> coalesce(h.held, 0) order by 1
                        """.formatted(HELD))
                .query((row, number) ->
                        new SeatRepair.Miscounted(row.getString("agent_id"), row.getString("department")))
                .list();
    }

    /** Nobody else claims or frees a seat of the agent to the end of the transaction. */
    void lock(String agent) {
        jdbc.sql("select agent_id from seat where agent_id = ? for update")
                .param(agent)
                .query(String.class)
                .optional();
    }

    /** Counts the seats of an agent anew; false when they were right. The seat is to be locked. */
    boolean recount(String agent) {
        return jdbc.sql("""
                                update seat s set active = n.held, extra = greatest(0, n.held - s.max_active)
                                from (select coalesce((select held from (%s) h where h.agent_id = :agent), 0) as held) n
                                where s.agent_id = :agent and s.active <> n.held
                                """.formatted(HELD)).param("agent", agent).update() == 1;
    }

    /**
     * How many of them had no seats until now. Whose seats are there is not inserted at all: {@code on conflict} alone waits
     * for whoever is changing them.
     */
    private int ensure(String tenant, Map<String, Integer> agents) {
        return jdbc.sql("""
                        insert into seat (tenant_id, agent_id, max_active)
                        select :tenant, agent_id, max from unnest(:agents::text[], :max::int[]) as new(agent_id, max)
                        where not exists (select from seat s where s.tenant_id = :tenant and s.agent_id = new.agent_id)
                        order by agent_id on conflict do nothing
                        """)
                .param("tenant", tenant)
                .param("agents", agents.keySet().toArray(String[]::new))
                .param("max", agents.values().toArray(Integer[]::new))
                .update();
    }

    private static Candidate.Seat seat(ResultSet row) throws SQLException {
        return new Candidate.Seat(
                row.getInt("active"),
                row.getInt("max_active"),
                QualityTable.read(row),
                instant(row, "last_assigned_at"),
                instant(row, "last_freed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
