package io.baton.leave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Problem;
import io.baton.kernel.TimeWindow;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import io.baton.rules.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of requests. Refuses to write over a version that is not the one that was read. */
@Repository
class LeaveTable {

    private static final String ROW = """
            select l.*, lower(l.during) as starts_at, upper(l.during) as ends_at,
                   array(select a.id from leave_attachment a where a.leave_id = l.id order by a.id) as attachments
            from leave_request l
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LeaveTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    String nextNumber(LocalDate day) {
        return jdbc.sql("select baton_number('L', ?)")
                .param(day)
                .query(String.class)
                .single();
    }

    void insert(LeaveRequest leave) {
        var span = leave.form().span();
        jdbc.sql("""
                insert into leave_request (id, number, agent_id, agent_name, department, for_admins, type,
                    start_day, start_half, end_day, end_half, reason, during, created_at,
                    state, admitted, escalated, begun, findings, rules, version)
                values (:id, :number, :agent, :name, :department, :forAdmins, :type,
                    :startDay, :startHalf, :endDay, :endHalf, :reason, tstzrange(:start, :end, '[)'), :createdAt,
                    'PENDING', false, false, false, '[]', '', 0)
                """)
                .param("id", leave.id())
                .param("number", leave.number())
                .param("agent", leave.applicant().id())
                .param("name", leave.applicant().name())
                .param("department", leave.applicant().department())
                .param("forAdmins", leave.applicant().forAdmins())
                .param("type", leave.form().type().name())
                .param("startDay", span.start())
                .param("startHalf", span.from().name())
                .param("endDay", span.end())
                .param("endHalf", span.to().name())
                .param("reason", leave.form().reason())
                .param("start", utc(leave.window().start()))
                .param("end", utc(leave.window().end()))
                .param("createdAt", utc(leave.createdAt()))
                .update();
    }

    /** Refuses with 409 {@code leave_overlap} when the person has another live request for one of the half days. */
    void update(LeaveRequest leave) {
        var progress = leave.progress();
        var decided = progress.decided();
        try {
            int rows = jdbc.sql("""
                    update leave_request set state = :state, outcome = :outcome, admitted = :admitted,
                        escalated = :escalated, begun = :begun, findings = :findings::jsonb, rules = :rules,
                        during = tstzrange(:start, :end, '[)'),
                        decided_by = :by, decided_by_name = :byName, decided_at = :at, comment = :comment,
                        version = :version
                    where id = :id and version = :version - 1
                    """)
                    .param("state", progress.state().name())
                    .param("outcome", name(progress.outcome()))
                    .param("admitted", progress.admitted())
                    .param("escalated", progress.escalated())
                    .param("begun", progress.begun())
                    .param("findings", write(progress.findings()))
                    .param("rules", progress.rules())
                    .param("by", decided == null ? null : decided.by())
                    .param("byName", decided == null ? null : decided.byName())
                    .param("at", decided == null ? null : utc(decided.at()))
                    .param("comment", decided == null ? null : decided.comment())
                    .param("start", utc(leave.window().start()))
                    .param("end", utc(leave.window().end()))
                    .param("version", leave.version())
                    .param("id", leave.id())
                    .update();
            if (rows == 0) {
                throw Problem.conflict("busy");
            }
        } catch (DataIntegrityViolationException taken) {
            throw Problem.conflict("leave_overlap");
        }
    }

    void keepSheet(UUID id, String sheet) {
        jdbc.sql("update leave_request set sheet = ?::jsonb where id = ?")
                .params(sheet, id)
                .update();
    }

    Optional<String> sheet(UUID id) {
        return jdbc.sql("select sheet::text from leave_request where id = ? and sheet is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    Optional<LeaveRequest> find(UUID id) {
        return jdbc.sql(ROW + "where l.id = ?").param(id).query(this::read).optional();
    }

    /** Keeps everybody else from moving it until the transaction ends. */
    Optional<LeaveRequest> lock(UUID id) {
        return jdbc.sql(ROW + "where l.id = ? for update of l")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** The person's live requests that share a half day with the span. */
    List<LeaveRequest> overlapping(String agent, HalfDays span, UUID except) {
        return sharing(
                span,
                jdbc.sql(ROW + """
                where l.agent_id = ? and l.admitted and l.state in ('PENDING', 'APPROVED') and l.id <> ?
                  and l.end_day >= ? and l.start_day <= ? order by l.id
                """)
                        .params(agent, except, span.start(), span.end())
                        .query(this::read)
                        .list());
    }

    /** Other requests of the department that wait for a decision and share a half day with the span. */
    List<LeaveRequest> pending(String department, HalfDays span, UUID except) {
        return sharing(
                span,
                jdbc.sql(ROW + """
                where l.department = ? and l.admitted and l.state = 'PENDING' and l.id <> ?
                  and l.end_day >= ? and l.start_day <= ? order by l.id
                """)
                        .params(department, except, span.start(), span.end())
                        .query(this::read)
                        .list());
    }

    /** The person's settled requests that began in this time, newest first. */
    List<LeaveRequest> since(String agent, LocalDate from, UUID except) {
        return jdbc.sql(ROW + """
                where l.agent_id = ? and l.start_day >= ? and l.id <> ? and l.state <> 'REJECTED'
                order by l.start_day desc, l.id desc limit 20
                """).params(agent, from, except).query(this::read).list();
    }

    private static List<LeaveRequest> sharing(HalfDays span, List<LeaveRequest> leaves) {
        return leaves.stream()
                .filter(other -> span.dates()
                        .anyMatch(day -> span.on(day).stream()
                                .anyMatch(half -> other.form().span().includes(day, half))))
                .toList();
    }

    List<LeaveRequest> list(LeaveQuery query, int limit) {
        return jdbc.sql(ROW + """
                where (:state::text is null or l.state = :state)
                  and (:agent::text is null or l.agent_id = :agent)
                  and (:department::text is null or l.department = :department or l.agent_id = :reader)
                  and (:from::date is null or l.end_day >= :from)
                  and (:to::date is null or l.start_day <= :to)
                  and (:after::uuid is null or l.id < :after)
                order by l.id desc limit :limit
                """)
                .param("state", name(query.state()))
                .param("agent", query.agent())
                .param("department", query.department())
                .param("reader", query.reader())
                .param("from", query.from())
                .param("to", query.to())
                .param("after", query.after())
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private LeaveRequest read(ResultSet row, int number) throws SQLException {
        var span = new HalfDays(
                row.getObject("start_day", LocalDate.class),
                Half.valueOf(row.getString("start_half")),
                row.getObject("end_day", LocalDate.class),
                Half.valueOf(row.getString("end_half")));
        var attachments = (UUID[]) row.getArray("attachments").getArray();
        return new LeaveRequest(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new Applicant(
                        row.getString("agent_id"),
                        row.getString("agent_name"),
                        row.getString("department"),
                        row.getBoolean("for_admins")),
                new LeaveForm(
                        LeaveType.valueOf(row.getString("type")), span, row.getString("reason"), List.of(attachments)),
                new TimeWindow(instant(row, "starts_at"), instant(row, "ends_at")),
                instant(row, "created_at"),
                progress(row),
                row.getLong("version"));
    }

    private Progress progress(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Progress(
                LeaveState.valueOf(row.getString("state")),
                outcome == null ? null : LeaveOutcome.valueOf(outcome),
                row.getBoolean("admitted"),
                row.getBoolean("escalated"),
                row.getBoolean("begun"),
                findings(row.getString("findings")),
                row.getString("rules"),
                row.getString("decided_by") == null
                        ? null
                        : new Progress.Verdict(
                                row.getString("decided_by"),
                                row.getString("decided_by_name"),
                                instant(row, "decided_at"),
                                row.getString("comment")));
    }

    private String write(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Finding> findings(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Finding>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the findings of a leave are no list", damaged);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
