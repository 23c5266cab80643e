package io.baton.leave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Problem;
import io.baton.rota.HalfDays;
import io.baton.rules.Finding;
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
    private final LeaveRows rows;

    LeaveTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new LeaveRows(json);
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
                    cost, state, admitted, escalated, begun, findings, rules, version)
                values (:id, :number, :agent, :name, :department, :forAdmins, :type,
                    :startDay, :startHalf, :endDay, :endHalf, :reason, tstzrange(:start, :end, '[)'), :createdAt,
                    :cost, 'PENDING', false, false, false, '[]', '', 0)
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
                .param("cost", leave.cost())
                .update();
    }

    /** Refuses with 409 {@code leave_overlap} when the person has another live request for one of the half days. */
    void update(LeaveRequest leave) {
        var progress = leave.progress();
        var decided = progress.decided();
        var endorsed = progress.endorsed();
        var extension = progress.extension();
        try {
            int changed = jdbc.sql("""
                    update leave_request set state = :state, outcome = :outcome, admitted = :admitted,
                        escalated = :escalated, begun = :begun, findings = :findings::jsonb, rules = :rules,
                        during = tstzrange(:start, :end, '[)'), end_day = :endDay, end_half = :endHalf, cost = :cost,
                        endorsed_by = :endorsedBy, endorsed_by_name = :endorsedByName, endorsed_at = :endorsedAt,
                        endorsed_comment = :endorsedComment, extend_day = :extendDay, extend_half = :extendHalf,
                        extend_reason = :extendReason,
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
                    .param("endDay", leave.form().span().end())
                    .param("endHalf", leave.form().span().to().name())
                    .param("cost", leave.cost())
                    .param("endorsedBy", endorsed == null ? null : endorsed.by())
                    .param("endorsedByName", endorsed == null ? null : endorsed.byName())
                    .param("endorsedAt", endorsed == null ? null : utc(endorsed.at()))
                    .param("endorsedComment", endorsed == null ? null : endorsed.comment())
                    .param("extendDay", extension == null ? null : extension.day())
                    .param(
                            "extendHalf",
                            extension == null ? null : extension.half().name())
                    .param("extendReason", extension == null ? null : extension.reason())
                    .param("version", leave.version())
                    .param("id", leave.id())
                    .update();
            if (changed == 0) {
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

    void keepExtensionSheet(UUID id, String sheet) {
        jdbc.sql("update leave_request set extension_sheet = ?::jsonb where id = ?")
                .params(sheet, id)
                .update();
    }

    Optional<String> extensionSheet(UUID id) {
        return jdbc.sql("select extension_sheet::text from leave_request where id = ? and extension_sheet is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    Optional<LeaveRequest> find(UUID id) {
        return jdbc.sql(ROW + "where l.id = ?").param(id).query(rows).optional();
    }

    /** Keeps everybody else from moving it until the transaction ends. */
    Optional<LeaveRequest> lock(UUID id) {
        return jdbc.sql(ROW + "where l.id = ? for update of l")
                .param(id)
                .query(rows)
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
                        .query(rows)
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
                        .query(rows)
                        .list());
    }

    /** The person's settled requests that began in this time, newest first. */
    List<LeaveRequest> since(String agent, LocalDate from, UUID except) {
        return jdbc.sql(ROW + """
                where l.agent_id = ? and l.start_day >= ? and l.id <> ? and l.state <> 'REJECTED'
                order by l.start_day desc, l.id desc limit 20
                """).params(agent, from, except).query(rows).list();
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
                .query(rows)
                .list();
    }

    private String write(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
