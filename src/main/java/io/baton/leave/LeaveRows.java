package io.baton.leave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.TimeWindow;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import io.baton.rules.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of requests. */
final class LeaveRows implements RowMapper<LeaveRequest> {

    private final ObjectMapper json;

    LeaveRows(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public LeaveRequest mapRow(ResultSet row, int number) throws SQLException {
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
                row.getBigDecimal("cost").stripTrailingZeros(),
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
                verdict(row, "decided", "comment"),
                verdict(row, "endorsed", "endorsed_comment"),
                row.getString("extend_reason") == null
                        ? null
                        : new Progress.Extension(
                                row.getObject("extend_day", LocalDate.class),
                                Half.valueOf(row.getString("extend_half")),
                                row.getString("extend_reason")));
    }

    private static Progress.@Nullable Verdict verdict(ResultSet row, String what, String comment) throws SQLException {
        var by = row.getString(what + "_by");
        return by == null
                ? null
                : new Progress.Verdict(
                        by, row.getString(what + "_by_name"), instant(row, what + "_at"), row.getString(comment));
    }

    private List<Finding> findings(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Finding>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the findings of a leave are no list", damaged);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
