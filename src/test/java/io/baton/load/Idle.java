package io.baton.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who waits, and an agent who could take the request: on shift by the rota, connected and not offline by choice,
 * with a free seat and the skills, and not asked about it lately. Two that are equal at two looks were so in between: whatever
 * gives a seat, takes one, ends a connection or brings a request back changes one of these parts.
 *
 * @param since when the agent was last given a seat
 * @param connection the interval in which the agent is present
 * @param shift the assignment that the agent works
 * @param offers how often the request came back
 */
record Idle(UUID handoff, String agent, String since, UUID connection, UUID shift, long offers) {

    private static final String QUESTION = """
            select clock_timestamp() as at, h.id, a.id as agent, coalesce(s.last_assigned_at::text, '') as since, p.id as connection,
                w.id as shift, (select count(*) from handoff_offer o where o.tenant_id = h.tenant_id and o.handoff_id = h.id)
                as offers
            from handoff h
            join tenant t on t.id = h.tenant_id
            join agent a on a.tenant_id = h.tenant_id and a.department = h.department
            join assignment w on w.tenant_id = a.tenant_id and w.agent_id = a.id and w.status = 'ACTIVE'
                and w.during @> now()
            join presence_interval p on p.tenant_id = a.tenant_id and p.person = a.id and p.ended_at is null
                and p.seen_until > now()
            left join presence_choice c on c.tenant_id = a.tenant_id and c.person = a.id
            left join seat s on s.tenant_id = a.tenant_id and s.agent_id = a.id
            where h.state = 'PENDING' and coalesce(c.state, 'ONLINE') <> 'OFFLINE'
              and coalesce(s.active, 0) < a.max_conversations
              and (h.skills_dropped or a.skills @> h.skills)
              and not exists (
                select from handoff_offer o
                where o.tenant_id = h.tenant_id and o.handoff_id = h.id and o.agent_id = a.id
                  and o.outcome in ('REJECTED', 'MISSED')
                  and o.ended_at > now() - coalesce(t.settings ->> 'handoff.not-again-within', 'PT5M')::interval)
            """;

    /** All of them in the snapshot of a transaction, and when that is. */
    static Map<Idle, Instant> in(Connection snapshot) throws SQLException {
        var found = new HashMap<Idle, Instant>();
        try (var statement = snapshot.prepareStatement(QUESTION);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var idle = new Idle(
                        rows.getObject("id", UUID.class),
                        rows.getString("agent"),
                        rows.getString("since"),
                        rows.getObject("connection", UUID.class),
                        rows.getObject("shift", UUID.class),
                        rows.getLong("offers"));
                found.put(idle, rows.getObject("at", OffsetDateTime.class).toInstant());
            }
        }
        return found;
    }

    /**
     * Whether the agent was there to the end: that a connection was lost is noticed later than it happens, and is then
     * written down with the time at which it did.
     */
    boolean wasConnected(Connection snapshot, Instant until) throws SQLException {
        try (var statement = snapshot.prepareStatement(
                "select ended_at is null or ended_at > ? from presence_interval where id = ?")) {
            statement.setObject(1, until.atOffset(ZoneOffset.UTC));
            statement.setObject(2, connection);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
