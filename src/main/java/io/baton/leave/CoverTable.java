package io.baton.leave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Problem;
import io.baton.kernel.TimeWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of covers. Refuses to write over a version that is not the one that was read. */
@Repository
class CoverTable {

    private static final String ROW =
            "select c.*, lower(c.during) as starts_at, upper(c.during) as ends_at from cover c ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CoverTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when the place is looked after already. */
    boolean insert(Cover cover) {
        var absentee = cover.absentee();
        var place = cover.place();
        return jdbc.sql("""
                        insert into cover (id, leave_id, leave_number, absent_id, absent_name, department, assignment_id,
                            rota_day, shift_type_id, during, state, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, tstzrange(?, ?, '[)'), 'OPEN', 0) on conflict do nothing
                        """)
                        .params(cover.id(), absentee.leaveId(), absentee.leaveNumber(), absentee.id(), absentee.name())
                        .params(absentee.department(), place.assignmentId(), place.day(), place.shiftTypeId())
                        .params(utc(place.during().start()), utc(place.during().end()))
                        .update()
                == 1;
    }

    void update(Cover cover) {
        var offer = cover.offer();
        int rows = jdbc.sql("""
                update cover set state = ?, offered_to = ?, offered_to_name = ?, offered_until = ?, declined = ?,
                    comment = ?, version = ?
                where id = ? and version = ?
                """)
                .param(cover.state().name())
                .param(offer == null ? null : offer.agentId())
                .param(offer == null ? null : offer.agentName())
                .param(offer == null ? null : utc(offer.until()))
                .param(cover.declined().stream().sorted().toArray(String[]::new))
                .param(cover.comment())
                .param(cover.version())
                .param(cover.id())
                .param(cover.version() - 1)
                .update();
        if (rows == 0) {
            throw Problem.conflict("busy");
        }
    }

    /** Keeps the ranking that people choose by, and which part of the process they do it in. */
    void keepCandidates(UUID id, String part, List<CoverChoice> candidates) {
        try {
            jdbc.sql("update cover set candidates = ?::jsonb, searched_in = ? where id = ?")
                    .params(json.writeValueAsString(candidates), part, id)
                    .update();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<CoverChoice> candidates(UUID id) {
        var text = jdbc.sql("select candidates::text from cover where id = ?")
                .param(id)
                .query(String.class)
                .single();
        try {
            return json.readValue(text, new TypeReference<List<CoverChoice>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the candidates of a cover are no list", damaged);
        }
    }

    boolean isSearchedIn(UUID id, String part) {
        return jdbc.sql("select exists (select from cover where id = ? and searched_in = ?)")
                .params(id, part)
                .query(Boolean.class)
                .single();
    }

    Optional<Cover> find(UUID id) {
        return jdbc.sql(ROW + "where c.id = ?")
                .param(id)
                .query(CoverTable::read)
                .optional();
    }

    /** Keeps everybody else from moving it until the transaction ends. */
    Optional<Cover> lock(UUID id) {
        return jdbc.sql(ROW + "where c.id = ? for update")
                .param(id)
                .query(CoverTable::read)
                .optional();
    }

    List<Cover> lockAll(UUID leave) {
        return jdbc.sql(ROW + "where c.leave_id = ? order by c.id for update")
                .param(leave)
                .query(CoverTable::read)
                .list();
    }

    /** Newest first; of a department, or those that somebody was asked to take, or both. */
    List<Cover> list(CoverQuery query, int limit) {
        return jdbc.sql(ROW + """
                where (:all or c.department = :department or c.offered_to = :reader)
                  and (:state::text is null or c.state = :state)
                  and (:leave::uuid is null or c.leave_id = :leave)
                  and (:after::uuid is null or c.id < :after)
                order by c.id desc limit :limit
                """)
                .param("all", query.all())
                .param("department", query.department())
                .param("reader", query.reader())
                .param("state", query.state() == null ? null : query.state().name())
                .param("leave", query.leave())
                .param("after", query.after())
                .param("limit", limit)
                .query(CoverTable::read)
                .list();
    }

    private static Cover read(ResultSet row, int number) throws SQLException {
        return new Cover(
                row.getObject("id", UUID.class),
                new Cover.Absentee(
                        row.getObject("leave_id", UUID.class),
                        row.getString("leave_number"),
                        row.getString("absent_id"),
                        row.getString("absent_name"),
                        row.getString("department")),
                new Cover.Place(
                        row.getObject("assignment_id", UUID.class),
                        row.getObject("rota_day", LocalDate.class),
                        row.getObject("shift_type_id", UUID.class),
                        new TimeWindow(instant(row, "starts_at"), instant(row, "ends_at"))),
                CoverState.valueOf(row.getString("state")),
                offer(row),
                Set.of((String[]) row.getArray("declined").getArray()),
                row.getString("comment"),
                row.getLong("version"));
    }

    private static Cover.@Nullable Offer offer(ResultSet row) throws SQLException {
        var agent = row.getString("offered_to");
        return agent == null
                ? null
                : new Cover.Offer(agent, row.getString("offered_to_name"), instant(row, "offered_until"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
