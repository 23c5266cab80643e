package io.baton.chat;

import io.baton.chat.Availability.Key;
import io.baton.kernel.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** What sockets ask of the database all day long, each in one round trip, for a tenant that was authenticated. */
@Repository
class HubTable {

    private static final String HEADS = "select * from baton_heads(?, ?, ?)";

    private static final String PARTIES = """
            select kind, party_id from participant where tenant_id = ? and conversation_id = ? and left_seq is null
            """;

    private static final String READ = """
            with moved as (
                update participant p set read_seq = least(?, baton_last_seq(p.conversation_id))
                where p.tenant_id = ? and p.conversation_id = ? and p.kind = ? and p.party_id = ?
                    and p.left_seq is null and p.read_seq < least(?, baton_last_seq(p.conversation_id))
                returning p.read_seq
            )
            select kind, party_id, (select read_seq from moved) as read_seq from participant
            where tenant_id = ? and conversation_id = ? and left_seq is null
            """;

    private static final String PAGE = """
            select m.* from participant p
            left join lateral (
                select * from message m
                where m.conversation_id = p.conversation_id and m.seq > ?
                    and m.seq <= coalesce(p.left_seq, 9223372036854775807)
                order by m.seq limit ?) m on true
            where p.tenant_id = ? and p.conversation_id = ? and p.kind = ? and p.party_id = ?
            order by m.seq
            """;

    private final HubDatabase database;

    /**
     * An open conversation of a party.
     *
     * @param lastSeq the newest message
     * @param since the newest message when the party joined
     */
    record Head(UUID conversationId, long lastSeq, long since) {}

    HubTable(HubDatabase database) {
        this.database = database;
    }

    /** The open conversations of each party. */
    Map<Key, List<Head>> heads(List<Key> parties) {
        var found = new HashMap<Key, List<Head>>();
        database.workers()
                .query(
                        connection -> {
                            var statement = connection.prepareStatement(HEADS);
                            statement.setArray(
                                    1,
                                    texts(
                                            connection,
                                            parties,
                                            key -> key.tenant().id()));
                            statement.setArray(
                                    2,
                                    texts(
                                            connection,
                                            parties,
                                            key -> key.party().kind().name()));
                            statement.setArray(
                                    3,
                                    texts(
                                            connection,
                                            parties,
                                            key -> key.party().id()));
                            return statement;
                        },
                        row -> {
                            found.computeIfAbsent(parties.get(row.getInt("place") - 1), key -> new ArrayList<>())
                                    .add(new Head(
                                            row.getObject("conversation_id", UUID.class),
                                            row.getLong("last_seq"),
                                            row.getLong("joined_seq")));
                        });
        return found;
    }

    /** Who takes part now. */
    List<Party> parties(Tenant tenant, UUID conversation) {
        return database.requests().query(PARTIES, (row, number) -> party(row), tenant.id(), conversation);
    }

    /** Moves the read mark of a party forward, never back and never past the last message. */
    Participants.Reading read(Tenant tenant, UUID conversation, Party party, long seq) {
        var parties = new ArrayList<Party>();
        var moved = new Long[1];
        database.requests()
                .query(
                        READ,
                        row -> {
                            parties.add(party(row));
                            moved[0] = row.getObject("read_seq", Long.class);
                        },
                        seq,
                        tenant.id(),
                        conversation,
                        party.kind().name(),
                        party.id(),
                        seq,
                        tenant.id(),
                        conversation);
        return new Participants.Reading(parties, moved[0]);
    }

    /** The first messages after a seq that a participant, present or former, may read; empty for everybody else. */
    Optional<List<Message>> page(Tenant tenant, UUID conversation, Party party, long after, int limit) {
        var rows = database.requests()
                .query(
                        PAGE,
                        (row, number) ->
                                Optional.ofNullable(row.getObject("client_id")).map(some -> message(row)),
                        after,
                        limit,
                        tenant.id(),
                        conversation,
                        party.kind().name(),
                        party.id());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().flatMap(Optional::stream).toList());
    }

    private static Message message(ResultSet row) {
        try {
            return MessageStream.message(row, 0);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static java.sql.Array texts(java.sql.Connection connection, List<Key> keys, Function<Key, String> text)
            throws SQLException {
        return connection.createArrayOf("text", keys.stream().map(text).toArray(String[]::new));
    }

    private static Party party(ResultSet row) throws SQLException {
        return new Party(Party.Kind.valueOf(row.getString("kind")), row.getString("party_id"));
    }
}
