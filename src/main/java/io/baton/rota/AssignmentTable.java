package io.baton.rota;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.TimeWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes assignments; every writer holds the lock of each agent it touches. */
@Repository
class AssignmentTable {

    private static final String COLUMNS =
            "id, agent_id, rota_day, starts_at, ends_at, shift_type_id, status, replaces, leave_id";
    private static final String ROW = "select " + COLUMNS + " from assignment a ";
    private static final String LIVE = " a.status in ('ACTIVE', 'LEAVE') ";
    private static final Comparator<Assignment> BY_AGENT_AND_START =
            Comparator.comparing(Assignment::agentId).thenComparing(Assignment::during);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final CurrentActor current;

    AssignmentTable(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** Held to the end of the transaction; taken in the order of the ids, so that two writers never wait crosswise. */
    void lockAgents(Collection<String> agents) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant') || '/' || a.id, 0))
                        from (select distinct id from unnest(?::text[]) as l (id) order by id) a
                        """)
                .param(agents.toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }

    /** Inserts rows in the order of agent and start; the ids of those whose time was free. */
    Set<UUID> insert(List<Assignment> rows) {
        return Set.copyOf(jdbc.sql("""
                        insert into assignment (id, agent_id, rota_day, during, shift_type_id, status, replaces, author)
                        select n.id, n.agent_id, n.rota_day, tstzrange(n.starts_at, n.ends_at, '[)'), n.shift_type_id,
                               'ACTIVE', n.replaces, ?
                        from unnest(?::uuid[], ?::text[], ?::date[], ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::uuid[])
                            as n (id, agent_id, rota_day, starts_at, ends_at, shift_type_id, replaces)
                        order by n.agent_id, n.starts_at
                        on conflict do nothing returning id
                        """)
                .param(current.get().id())
                .param(rows.stream().map(Assignment::id).toArray(UUID[]::new))
                .param(texts(rows, Assignment::agentId))
                .param(texts(rows, row -> row.day().toString()))
                .param(texts(rows, row -> row.during().start().toString()))
                .param(texts(rows, row -> row.during().end().toString()))
                .param(rows.stream().map(Assignment::shiftTypeId).toArray(UUID[]::new))
                .param(rows.stream().map(Assignment::replaces).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private static String[] texts(List<Assignment> rows, Function<Assignment, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    /** These assignments, live or not. */
    List<Assignment> all(Collection<UUID> ids) {
        return jdbc.sql(ROW + "where a.id = any(?) order by a.id")
                .param(ids.toArray(UUID[]::new))
                .query(AssignmentTable::read)
                .list();
    }

    /** These assignments, live or not, held to the end of the transaction. */
    List<Assignment> hold(Collection<UUID> ids) {
        return jdbc.sql(ROW + "where a.id = any(?) order by a.id for update")
                .param(ids.toArray(UUID[]::new))
                .query(AssignmentTable::read)
                .list();
    }

    void supersede(List<Assignment> rows) {
        jdbc.sql("update assignment set status = 'SUPERSEDED' where id = any(?)")
                .param(rows.stream().map(Assignment::id).toArray(UUID[]::new))
                .update();
    }

    /** They changed hands. */
    void swap(List<Assignment> rows) {
        jdbc.sql("update assignment set status = 'SWAPPED' where id = any(?)")
                .param(rows.stream().map(Assignment::id).toArray(UUID[]::new))
                .update();
    }

    /** False when the agent's time is taken. */
    boolean insert(Assignment row) {
        return jdbc.sql("""
                        insert into assignment
                            (id, agent_id, rota_day, during, shift_type_id, status, replaces, leave_id, author)
                        values (?, ?, ?, tstzrange(?, ?, '[)'), ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(row.id())
                        .param(row.agentId())
                        .param(row.day())
                        .param(utc(row.during().start()))
                        .param(utc(row.during().end()))
                        .param(row.shiftTypeId())
                        .param(row.status().name())
                        .param(row.replaces())
                        .param(row.leaveId())
                        .param(current.get().id())
                        .update()
                == 1;
    }

    void supersede(Assignment row, @Nullable UUID leave) {
        jdbc.sql("update assignment set status = 'SUPERSEDED', leave_id = coalesce(leave_id, ?) where id = ?")
                .param(leave)
                .param(row.id())
                .update();
    }

    List<Assignment> live(String agent, LocalDate from, LocalDate to) {
        return jdbc.sql(ROW + "where a.agent_id = ? and a.rota_day between ? and ? and" + LIVE + "order by starts_at")
                .params(agent, from, to)
                .query(AssignmentTable::read)
                .list();
    }

    /** By agent and start; the index gives them by agent and day, which leaves next to nothing to sort. */
    List<Assignment> live(Collection<String> agents, LocalDate from, LocalDate to) {
        return jdbc
                .sql(ROW + "where a.agent_id = any(?) and a.rota_day between ? and ? and" + LIVE
                        + "order by a.agent_id, a.rota_day")
                .param(agents.toArray(String[]::new))
                .param(from)
                .param(to)
                .query(AssignmentTable::read)
                .list()
                .stream()
                .sorted(BY_AGENT_AND_START)
                .toList();
    }

    List<Assignment> overlapping(String agent, TimeWindow window) {
        return jdbc.sql(ROW + "where a.agent_id = ? and a.starts_at < ? and a.ends_at > ? and" + LIVE)
                .params(agent, utc(window.end()), utc(window.start()))
                .query(AssignmentTable::read)
                .list();
    }

    /** Nobody works for longer than the table allows: what began before that is not looked at. */
    List<Assignment> workedAt(Instant instant) {
        return jdbc.sql(ROW + """
                        where a.status = 'ACTIVE' and a.starts_at between ? and ? and a.ends_at > ? order by a.agent_id
                        """)
                .params(utc(instant.minus(LONGEST)), utc(instant), utc(instant))
                .query(AssignmentTable::read)
                .list();
    }

    Optional<Instant> nextEdge(Instant after) {
        return jdbc.sql("""
                        select least(
                            (select min(starts_at) from assignment where status = 'ACTIVE' and starts_at > ?),
                            (select min(ends_at) from assignment where status = 'ACTIVE' and ends_at > ?)) as edge
                        """)
                .params(utc(after), utc(after))
                .query((row, number) -> Optional.ofNullable(row.getObject("edge", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    List<Assignment> startedBetween(Instant after, Instant until) {
        return edges("starts_at", after, until);
    }

    List<Assignment> endedBetween(Instant after, Instant until) {
        return edges("ends_at", after, until);
    }

    List<Assignment> ofLeave(UUID leave) {
        return jdbc.sql(ROW + "where a.leave_id = ? and a.status = 'LEAVE' order by starts_at")
                .param(leave)
                .query(AssignmentTable::read)
                .list();
    }

    /** The live rows that took the place of another one. */
    List<Assignment> replacing(UUID replaced) {
        return jdbc.sql(ROW + "where a.replaces = ? and a.status = 'ACTIVE' order by starts_at")
                .param(replaced)
                .query(AssignmentTable::read)
                .list();
    }

    /** How many places of others on leave each agent took since a day; whoever took none is left out. */
    Map<String, Integer> coversSince(LocalDate day, Collection<String> agents) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("""
                        select a.agent_id, count(*) as covers from assignment a join assignment r on r.id = a.replaces
                        where a.agent_id = any(?) and a.rota_day >= ? and a.status = 'ACTIVE' and r.agent_id <> a.agent_id
                        group by a.agent_id
                        """)
                .param(agents.toArray(String[]::new))
                .param(day)
                .query((row, number) -> counts.put(row.getString("agent_id"), row.getInt("covers")))
                .list();
        return counts;
    }

    /** Up to when edges were told, held to the end of the transaction; nothing while another node holds it. */
    Optional<Instant> sweptUntil(Instant fromNowOn) {
        jdbc.sql("insert into shift_sweep (swept_until) values (?) on conflict do nothing")
                .param(utc(fromNowOn))
                .update();
        return jdbc.sql("select swept_until from shift_sweep for update skip locked")
                .query((row, number) ->
                        row.getObject("swept_until", OffsetDateTime.class).toInstant())
                .optional();
    }

    void sweep(Instant until) {
        jdbc.sql("update shift_sweep set swept_until = ?").param(utc(until)).update();
    }

    private List<Assignment> edges(String edge, Instant after, Instant until) {
        return jdbc.sql(ROW + "where a.status = 'ACTIVE' and a." + edge + " > ? and a." + edge
                        + " <= ? order by a.agent_id")
                .params(utc(after), utc(until))
                .query(AssignmentTable::read)
                .list();
    }

    /** The assignment and those whose place it took, one after the other, oldest first. */
    List<AssignmentStep> steps(UUID id) {
        return jdbc.sql("""
                        with recursive step as (
                            select a.*, 0 as back from assignment a where a.id = ?
                            union all
                            select a.*, s.back + 1 from assignment a join step s on a.id = s.replaces)
                        select %s, author, created_at from step order by back desc
                        """.formatted(COLUMNS))
                .param(id)
                .query((row, number) -> new AssignmentStep(
                        read(row, number),
                        row.getString("author"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** By position: a board reads thousands of rows, and looking names up would be a third of it. */
    private static Assignment read(ResultSet row, int number) throws SQLException {
        return new Assignment(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                new TimeWindow(
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                row.getObject(6, UUID.class),
                Assignment.Status.valueOf(row.getString(7)),
                row.getObject(8, UUID.class),
                row.getObject(9, UUID.class));
    }
}
