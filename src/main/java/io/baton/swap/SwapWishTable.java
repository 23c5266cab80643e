package io.baton.swap;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of standing wishes. A wish is alive as long as its shift is the person's, on the rota and still to come. */
@Repository
@Transactional(readOnly = true)
class SwapWishTable {

    /** Executed swaps are counted for this long. */
    private static final Duration LATELY = Duration.ofDays(90);

    /** Of a wish to its shift and never the other way round, which a planner without figures of new wishes would take. */
    private static final String SHIFT = """
             cross join lateral (
                select a.agent_id, a.status, a.during from assignment a where a.id = w.gives offset 0) a
            """;

    private static final String ROW = """
            select w.*, p.name, p.department
            from swap_wish w join agent p on p.tenant_id = w.tenant_id and p.id = w.agent_id
            """ + SHIFT;
    private static final String ALIVE = " a.status = 'ACTIVE' and a.agent_id = w.agent_id and lower(a.during) > :now ";

    private final JdbcClient jdbc;

    SwapWishTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which of those that are alive.
     *
     * @param agent only this person's
     * @param department only those of people of this department
     * @param after the id of the last one seen
     */
    record Query(
            @Nullable String agent,
            @Nullable String department,
            @Nullable UUID after) {}

    /** Newest first. */
    List<SwapWish> list(Query query, Instant now, int limit) {
        return jdbc.sql(ROW + "where" + ALIVE + """
                and (:agent::text is null or w.agent_id = :agent)
                and (:department::text is null or p.department = :department)
                and (:after::uuid is null or w.id < :after)
                order by w.id desc limit :limit
                """)
                .param("now", utc(now))
                .param("agent", query.agent())
                .param("department", query.department())
                .param("after", query.after())
                .param("limit", limit)
                .query(SwapWishTable::read)
                .list();
    }

    /** Those of a department whose shift no open request holds, newest first. */
    List<SwapWish> offered(String department, Instant now, int limit) {
        return jdbc.sql(ROW + "where" + ALIVE + """
                and p.department = :department
                and not exists (select from assignment_lock l where l.assignment_id = w.gives)
                order by w.id desc limit :limit
                """)
                .param("now", utc(now))
                .param("department", department)
                .param("limit", limit)
                .query(SwapWishTable::read)
                .list();
    }

    /** How many of a person are alive. */
    int count(String agent, Instant now) {
        return jdbc.sql("select count(*) from swap_wish w" + SHIFT + "where w.agent_id = :agent and" + ALIVE)
                .param("agent", agent)
                .param("now", utc(now))
                .query(Integer.class)
                .single();
    }

    /** The wish, alive or not. */
    Optional<SwapWish> find(UUID id) {
        return jdbc.sql(ROW + "where w.id = ?")
                .param(id)
                .query(SwapWishTable::read)
                .optional();
    }

    /** The wish about a shift, alive or not. */
    Optional<SwapWish> ofShift(UUID gives) {
        return jdbc.sql(ROW + "where w.gives = ?")
                .param(gives)
                .query(SwapWishTable::read)
                .optional();
    }

    /** False when there is one about the shift. */
    @Transactional
    boolean insert(SwapWish wish) {
        return jdbc.sql("""
                        insert into swap_wish (id, agent_id, gives, shift_types, first_day, last_day, comment, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, gives) do nothing
                        """)
                        .params(wish.id(), wish.agentId(), wish.gives())
                        .param(wish.takes().shiftTypeIds().stream().sorted().toArray(UUID[]::new))
                        .params(wish.takes().from(), wish.takes().to())
                        .param(wish.comment())
                        .param(utc(wish.createdAt()))
                        .update()
                == 1;
    }

    /** Whether it was there. */
    @Transactional
    boolean delete(UUID id) {
        return jdbc.sql("delete from swap_wish where id = ?").param(id).update() == 1;
    }

    /** Those whose shift is over, or is no longer the person's. */
    List<SwapWish> outlived(Instant now) {
        return jdbc.sql(ROW + "where a.status <> 'ACTIVE' or upper(a.during) <= ? order by w.id")
                .param(utc(now))
                .query(SwapWishTable::read)
                .list();
    }

    /** In how many swaps that were executed lately each person of a department took part; nobody who did not. */
    Map<String, Integer> swaps(String department, Instant now) {
        return jdbc
                .sql("""
                select i.agent_id, count(*) as swaps
                from swap s join swap_item i on i.swap_id = s.id
                where s.state = 'EXECUTED' and s.settled_at > ? and i.department = ?
                group by i.agent_id
                """)
                .params(utc(now.minus(LATELY)), department)
                .query((row, number) -> Map.entry(row.getString("agent_id"), row.getInt("swaps")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SwapWish read(ResultSet row, int number) throws SQLException {
        return new SwapWish(
                row.getObject("id", UUID.class),
                row.getString("agent_id"),
                row.getString("name"),
                row.getString("department"),
                row.getObject("gives", UUID.class),
                new SwapWish.Takes(
                        ids(row.getArray("shift_types")),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)),
                row.getString("comment"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Set<UUID> ids(Array array) throws SQLException {
        return Set.of((UUID[]) array.getArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
