package io.baton.swap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.rules.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of swaps, with those of its items and approvals. */
final class SwapRows implements RowMapper<Swap> {

    private final ObjectMapper json;

    SwapRows(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Swap mapRow(ResultSet row, int number) throws SQLException {
        return new Swap(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new Swap.Proposal(
                        row.getString("proposed_by"),
                        row.getString("proposed_by_name"),
                        row.getString("comment"),
                        instant(row, "proposed_at")),
                each(row.getString("items"), SwapRows::item),
                each(row.getString("approvals"), SwapRows::approval),
                progress(row),
                row.getLong("version"));
    }

    private SwapProgress progress(ResultSet row) throws SQLException {
        return new SwapProgress(
                SwapState.valueOf(row.getString("state")),
                row.getBoolean("escalated"),
                findings(row.getString("findings")),
                row.getString("rules"),
                row.getObject("confirm_until") == null
                        ? null
                        : new Deadlines(instant(row, "confirm_until"), instant(row, "settle_until")),
                row.getString("settled_by") == null
                        ? null
                        : new Verdict(
                                row.getString("settled_by"),
                                row.getString("settled_by_name"),
                                instant(row, "settled_at"),
                                row.getString("settled_comment")));
    }

    private static SwapItem item(JsonNode row) {
        return new SwapItem(
                row.get("step").asInt(),
                row.get("agent_id").asText(),
                row.get("agent_name").asText(),
                row.get("department").asText(),
                UUID.fromString(row.get("gives").asText()),
                UUID.fromString(row.get("takes").asText()),
                new SwapItem.Answer(
                        SwapItem.Confirmation.valueOf(row.get("confirmation").asText()),
                        instant(row.get("answered_at")),
                        row.get("answer").textValue()));
    }

    private static SwapApproval approval(JsonNode row) {
        var at = instant(row.get("at"));
        return new SwapApproval(
                row.get("department").asText(),
                SwapApproval.State.valueOf(row.get("state").asText()),
                at == null
                        ? null
                        : new Verdict(
                                row.get("by").asText(),
                                row.get("by_name").asText(),
                                at,
                                row.get("comment").textValue()));
    }

    private <T> List<T> each(String array, Function<JsonNode, T> read) {
        try {
            return StreamSupport.stream(json.readTree(array).spliterator(), false)
                    .map(read)
                    .toList();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Finding> findings(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Finding>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the findings of a swap are no list", damaged);
        }
    }

    private static @Nullable Instant instant(JsonNode value) {
        return value.isNull() ? null : OffsetDateTime.parse(value.asText()).toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
