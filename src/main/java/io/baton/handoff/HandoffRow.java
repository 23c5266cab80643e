package io.baton.handoff;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.identity.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a handoff into the columns of its row and back. */
@Component
class HandoffRow {

    private final ObjectMapper json;

    HandoffRow(ObjectMapper json) {
        this.json = json;
    }

    /** What never changes. */
    Map<String, @Nullable Object> fixed(HandoffSnapshot handoff) {
        var ask = handoff.ask();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", handoff.id());
        columns.put("conversation_id", ask.conversationId());
        columns.put("customer_id", ask.customer().id());
        columns.put("customer_name", ask.customer().name());
        columns.put("subject", ask.subject());
        columns.put("reason", ask.reason());
        columns.put("requested_at", utc(handoff.place().requestedAt()));
        return columns;
    }

    /** What a move may change. */
    Map<String, @Nullable Object> moving(HandoffSnapshot handoff, Instant rank) {
        var place = handoff.place();
        var offer = handoff.offer();
        var transfer = handoff.trail().transfer();
        var outcome = handoff.outcome();
        var ticket = outcome.ticket();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("state", handoff.state().name());
        columns.put("skills", handoff.ask().skills().stream().sorted().toArray(String[]::new));
        columns.put("department", place.department());
        columns.put("priority", place.priority().name());
        columns.put("skills_dropped", place.skillsDropped());
        columns.put("front", place.front());
        columns.put("rank_at", utc(rank));
        columns.put("agent_id", handoff.agentId());
        columns.put("score", offer == null ? null : text(offer.score()));
        columns.put("offered_at", offer == null ? null : utc(offer.offeredAt()));
        columns.put("offer_expires_at", offer == null ? null : utc(offer.expiresAt()));
        columns.put("transfer_to", handoff.trail().transferTo());
        columns.put("transfer_at", transfer == null ? null : utc(transfer.askedAt()));
        columns.put("transfer_until", transfer == null ? null : utc(transfer.until()));
        columns.put("misses", handoff.trail().misses());
        columns.put("customer_lost", handoff.trail().customerLost());
        columns.put("note", handoff.trail().note());
        columns.put("accepted_at", utc(outcome.acceptedAt()));
        columns.put("ended_at", utc(outcome.endedAt()));
        columns.put("end_reason", outcome.reason());
        columns.put("ticket_id", ticket == null ? null : ticket.id());
        columns.put("ticket_number", ticket == null ? null : ticket.number());
        columns.replaceAll((name, value) -> Parameters.inferred(value));
        return columns;
    }

    HandoffSnapshot read(ResultSet row, int number) throws SQLException {
        var trail = new HandoffSnapshot.Trail(
                row.getInt("misses"), transfer(row), row.getBoolean("customer_lost"), row.getString("note"));
        return new HandoffSnapshot(
                row.getObject("id", UUID.class),
                HandoffState.valueOf(row.getString("state")),
                ask(row),
                place(row),
                offer(row),
                trail,
                outcome(row));
    }

    String text(HandoffScore score) {
        try {
            return json.writeValueAsString(score);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Ask ask(ResultSet row) throws SQLException {
        return new Ask(
                row.getObject("conversation_id", UUID.class),
                new Ask.Customer(row.getString("customer_id"), row.getString("customer_name")),
                row.getString("subject"),
                row.getString("reason"),
                Set.of((String[]) row.getArray("skills").getArray()));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("department"),
                Priority.valueOf(row.getString("priority")),
                row.getBoolean("skills_dropped"),
                row.getBoolean("front"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }

    private @Nullable Offer offer(ResultSet row) throws SQLException {
        var agent = row.getString("agent_id");
        if (agent == null) {
            return null;
        }
        try {
            return new Offer(
                    agent,
                    json.readValue(row.getString("score"), HandoffScore.class),
                    row.getObject("offered_at", OffsetDateTime.class).toInstant(),
                    row.getObject("offer_expires_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the score of a handoff cannot be read", damaged);
        }
    }

    private static HandoffSnapshot.@Nullable Transfer transfer(ResultSet row) throws SQLException {
        var agent = row.getString("transfer_to");
        if (agent == null) {
            return null;
        }
        // a node of the version before does not say since when, and until when
        var asked = requireNonNullElse(instant(row, "transfer_at"), Instant.EPOCH);
        return new HandoffSnapshot.Transfer(agent, asked, requireNonNullElse(instant(row, "transfer_until"), asked));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        var ticket = row.getObject("ticket_id", UUID.class);
        return new Outcome(
                instant(row, "accepted_at"),
                instant(row, "ended_at"),
                row.getString("end_reason"),
                ticket == null ? null : new Outcome.TicketRef(ticket, row.getString("ticket_number")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
