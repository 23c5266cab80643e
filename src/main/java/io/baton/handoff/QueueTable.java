package io.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue of a department as it lies in the table of handoffs. */
@Repository
class QueueTable {

    private static final String WAITING = "state in ('PENDING', 'ASSIGNED')";
    private static final String ORDER = "front desc, rank_at, id";

    private final JdbcClient jdbc;
    private final HandoffRow row;

    QueueTable(JdbcClient jdbc, HandoffRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /** An agent who was asked lately and did not take it. */
    record Asked(UUID handoffId, String agentId) {}

    /** Somebody's new place. */
    record Moved(UUID handoffId, String customerId, int place) {}

    /** To the end of the transaction nobody else numbers this queue, so an older numbering never comes after a newer one. */
    void holdPlaces(String tenant, String department) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("places/" + tenant + "/" + department)
                .query((result, number) -> true)
                .single();
    }

    /** How many wait in each department in which somebody does. */
    Map<String, Integer> lengths() {
        var lengths = new HashMap<String, Integer>();
        jdbc.sql("select department, count(*) as waiting from handoff where " + WAITING + " group by department")
                .query((result, number) -> lengths.put(result.getString("department"), result.getInt("waiting")))
                .list();
        return lengths;
    }

    /**
     * Who waits and is not being offered, first come first: so many, after as many. These numbers are part of the statement,
     * because PostgreSQL would plan it for each limit anew.
     */
    List<HandoffSnapshot> pending(String department, int limit, int after) {
        return jdbc.sql("select * from handoff where department = ? and state = 'PENDING' order by " + ORDER + " limit "
                        + limit + " offset " + after)
                .param(department)
                .query(row::read)
                .list();
    }

    /** Everybody who waits, also those whom an agent is being asked about. */
    List<HandoffSnapshot> waiting(@Nullable String department) {
        return jdbc.sql("select * from handoff where " + WAITING
                        + " and (cast(:department as text) is null or department = :department) order by "
                        + "department, " + ORDER)
                .param("department", department)
                .query(row::read)
                .list();
    }

    /** Who rejected or missed which waiting request after the instant. */
    List<Asked> asked(String department, Instant since) {
        return jdbc.sql("""
                        select o.handoff_id, o.agent_id from handoff_offer o
                        join handoff h on h.tenant_id = o.tenant_id and h.id = o.handoff_id
                        where h.department = ? and h.state = 'PENDING' and o.ended_at > ?
                          and o.outcome in ('REJECTED', 'MISSED')
                        """)
                .params(department, HandoffRow.utc(since))
                .query((result, number) ->
                        new Asked(result.getObject("handoff_id", UUID.class), result.getString("agent_id")))
                .list();
    }

    /** Everybody who was ever asked about a request. */
    Set<String> askedEver(UUID handoff) {
        return Set.copyOf(jdbc.sql("select distinct agent_id from handoff_offer where handoff_id = ?")
                .param(handoff)
                .query(String.class)
                .list());
    }

    /** Changes whenever the request does, in whatever way. */
    String stamp(UUID handoff) {
        return jdbc.sql("select xmin::text from handoff where id = ?")
                .param(handoff)
                .query(String.class)
                .single();
    }

    boolean wasOffered(UUID handoff, String agent) {
        return jdbc.sql("select exists (select from handoff_offer where handoff_id = ? and agent_id = ?)")
                .params(handoff, agent)
                .query(Boolean.class)
                .single();
    }

    void remember(String tenant, UUID handoff, Offer offer, OfferOutcome outcome, Instant at) {
        jdbc.sql("""
                        insert into handoff_offer (tenant_id, handoff_id, agent_id, offered_at, outcome, ended_at, score)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing
                        """)
                .params(
                        tenant,
                        handoff,
                        offer.agentId(),
                        HandoffRow.utc(offer.offeredAt()),
                        outcome.name(),
                        HandoffRow.utc(at),
                        row.text(offer.score()))
                .update();
    }

    /** Whether nobody is pending, and numbering the queue would change nothing. */
    boolean isSettled(String department) {
        return jdbc.sql("""
                        select not exists (
                            select from (
                                select state, place, row_number() over (order by front desc, rank_at, id) as number
                                from handoff where department = ? and state in ('PENDING', 'ASSIGNED')) one
                            where state = 'PENDING' or place is distinct from number)
                        """).param(department).query(Boolean.class).single();
    }

    /**
     * Numbers everybody who waits from 1 and answers whose place is another one than before. Whoever is being changed by
     * somebody else at this moment is left out, instead of waited for: that change ends with a numbering of its own.
     */
    List<Moved> renumber(String department) {
        return jdbc.sql("""
                        with numbered as (
                            select id, row_number() over (order by front desc, rank_at, id) as place
                            from handoff where department = ? and state in ('PENDING', 'ASSIGNED')),
                        moved as (
                            select h.id, n.place from handoff h join numbered n on n.id = h.id
                            where h.place is distinct from n.place
                            order by h.id for update of h skip locked)
                        update handoff h set place = m.place from moved m where h.id = m.id
                        returning h.id, h.customer_id, h.place
                        """)
                .param(department)
                .query((result, number) -> new Moved(
                        result.getObject("id", UUID.class), result.getString("customer_id"), result.getInt("place")))
                .list();
    }

    int place(UUID handoff) {
        return jdbc.sql("select place from handoff where id = ?")
                .param(handoff)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Remembers from which place and at how many seats the wait began. */
    void entered(UUID handoff, int place, int seats) {
        jdbc.sql("update handoff set entry_place = ?, entry_seats = ? where id = ?")
                .params(place, seats, handoff)
                .update();
    }

    /** The actual waits that ended after the instant, newest first. */
    List<Estimate.Sample> waits(String department, Instant since) {
        return jdbc.sql("""
                        select accepted_at, requested_at, entry_place, entry_seats from handoff
                        where department = ? and entry_place is not null and accepted_at > ?
                        order by accepted_at desc limit 10
                        """)
                .params(department, HandoffRow.utc(since))
                .query((result, number) -> new Estimate.Sample(
                        Duration.between(
                                result.getObject("requested_at", OffsetDateTime.class),
                                result.getObject("accepted_at", OffsetDateTime.class)),
                        result.getInt("entry_place"),
                        result.getInt("entry_seats")))
                .list();
    }

    /** Where somebody waits and is not being offered. */
    List<String> departments() {
        return jdbc.sql("select distinct department from handoff where state = 'PENDING' order by 1")
                .query(String.class)
                .list();
    }
}
