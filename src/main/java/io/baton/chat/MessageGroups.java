package io.baton.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.baton.chat.ConversationTable.Participant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Stores messages of any tenants in one round trip and one transaction. The function in the database checks that each
 * author takes part, takes the sequence numbers and tells the outcome of each message; it fails as a whole or not at all.
 */
@Repository
class MessageGroups {

    private static final String STORE = "select * from baton_store_messages(?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int REMEMBERED = 100_000;

    private final HubDatabase database;

    /** A seq that a conversation has reached, from which the database looks for its newest. */
    private final Cache<UUID, Long> reached =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** What became of a submission. */
    enum Outcome {
        STORED,
        REPEATED,
        TAKEN,
        UNKNOWN,
        NOT_YOURS,
        CLOSED,
        BUSY
    }

    /** The outcome; of a stored message also its place, its time and who takes part; of a repeated one what it was. */
    record Result(
            Outcome outcome,
            long seq,
            @Nullable Instant sentAt,
            List<Participant> participants,
            @Nullable String body,
            @Nullable String contentType) {}

    MessageGroups(HubDatabase database) {
        this.database = database;
    }

    /** The results in the order of the submissions, no two of which may have the same key. */
    List<Result> store(List<Submission> group) {
        var results =
                database.workers().query(connection -> statement(connection, group), (row, number) -> result(row));
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).outcome() == Outcome.STORED) {
                reached.put(
                        group.get(i).draft().conversationId(), results.get(i).seq());
            }
        }
        return results;
    }

    private PreparedStatement statement(Connection connection, List<Submission> group) throws SQLException {
        var statement = connection.prepareStatement(STORE);
        var columns = new Columns(connection, statement, group);
        columns.texts(1, submission -> submission.tenant().id());
        columns.set(2, "uuid", submission -> submission.draft().conversationId(), UUID[]::new);
        columns.set(3, "uuid", submission -> submission.draft().id(), UUID[]::new);
        columns.texts(4, submission -> submission.author().kind().name());
        columns.texts(5, submission -> submission.author().id());
        columns.texts(6, submission -> submission.draft().body());
        columns.texts(7, submission -> submission.draft().type());
        columns.set(8, "bigint", submission -> reached(submission.draft().conversationId()), Long[]::new);
        return statement;
    }

    private long reached(UUID conversation) {
        return Objects.requireNonNullElse(reached.getIfPresent(conversation), 0L);
    }

    /** Arrays of the type of their elements: the driver sends those as they are, and spells others out letter by letter. */
    private record Columns(Connection connection, PreparedStatement statement, List<Submission> group) {

        void texts(int place, Function<Submission, String> value) throws SQLException {
            set(place, "text", value, String[]::new);
        }

        <V> void set(int place, String type, Function<Submission, V> value, IntFunction<V[]> array)
                throws SQLException {
            var values = group.stream().map(value).toArray(array);
            statement.setArray(place, connection.createArrayOf(type, values));
        }
    }

    private static Result result(ResultSet row) throws SQLException {
        var at = row.getTimestamp("sent_at");
        return new Result(
                Outcome.valueOf(row.getString("outcome")),
                row.getLong("seq"),
                at == null ? null : at.toInstant(),
                participants(row.getString("participants")),
                row.getString("body"),
                row.getString("content_type"));
    }

    private static List<Participant> participants(@Nullable String lines) {
        return lines == null
                ? List.of()
                : lines.lines().map(MessageGroups::participant).toList();
    }

    /** Kind, seq at joining and id, as the function puts them together. */
    private static Participant participant(String text) {
        var words = text.split(" ", 3);
        return new Participant(new Party(Party.Kind.valueOf(words[0]), words[2]), Long.parseLong(words[1]), null);
    }
}
