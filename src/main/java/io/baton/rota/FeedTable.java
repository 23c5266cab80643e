package io.baton.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The feeds of a tenant, and what was last told of their entries. */
@Repository
class FeedTable {

    /** How often an entry was changed, and when it last was. */
    record Version(String uid, int sequence, Instant changedAt) {}

    private final JdbcClient jdbc;

    FeedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the place of the one there was. */
    void put(RotaFeed feed, byte[] hash) {
        jdbc.sql("""
                        insert into rota_feed (agent_id, secret_hash, language, created_at) values (?, ?, ?, ?)
                        on conflict (tenant_id, agent_id) do update set secret_hash = excluded.secret_hash,
                            language = excluded.language, created_at = excluded.created_at, read_at = null
                        """)
                .params(feed.agentId(), hash, feed.language(), AssignmentTable.utc(feed.createdAt()))
                .update();
    }

    /** False when there was none. */
    boolean remove(String agent) {
        return jdbc.sql("delete from rota_feed where agent_id = ?").param(agent).update() == 1;
    }

    Optional<RotaFeed> find(String agent) {
        return jdbc.sql("select * from rota_feed where agent_id = ?")
                .param(agent)
                .query(FeedTable::read)
                .optional();
    }

    /** The feed that a secret opens; that it was read is noted. */
    Optional<RotaFeed> open(byte[] hash, Instant now) {
        return jdbc.sql("update rota_feed set read_at = ? where secret_hash = ? returning *")
                .params(AssignmentTable.utc(now), hash)
                .query(FeedTable::read)
                .optional();
    }

    /** Counts what changed since it was last told, and forgets what ended before a day; the version of each entry. */
    Map<String, Version> versions(String agent, List<FeedEntry> entries, LocalDate since, Instant now) {
        var sorted =
                entries.stream().sorted(Comparator.comparing(FeedEntry::uid)).toList();
        jdbc.sql("""
                        insert into rota_feed_entry as e (agent_id, uid, last_day, fingerprint, changed_at)
                        select ?, n.uid, n.last_day, n.fingerprint, ?
                        from unnest(?::text[], ?::date[], ?::text[]) as n (uid, last_day, fingerprint) order by n.uid
                        on conflict (tenant_id, agent_id, uid) do update set sequence = e.sequence + 1,
                            last_day = excluded.last_day, fingerprint = excluded.fingerprint,
                            changed_at = excluded.changed_at
                        where e.fingerprint <> excluded.fingerprint
                        """)
                .param(agent)
                .param(AssignmentTable.utc(now))
                .param(sorted.stream().map(FeedEntry::uid).toArray(String[]::new))
                .param(sorted.stream().map(entry -> entry.lastDay().toString()).toArray(String[]::new))
                .param(sorted.stream().map(FeedEntry::fingerprint).toArray(String[]::new))
                .update();
        jdbc.sql("delete from rota_feed_entry where agent_id = ? and last_day < ?")
                .params(agent, since)
                .update();
        return jdbc
                .sql("select uid, sequence, changed_at from rota_feed_entry where agent_id = ?")
                .param(agent)
                .query((row, number) -> new Version(
                        row.getString("uid"),
                        row.getInt("sequence"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Version::uid, version -> version));
    }

    private static RotaFeed read(ResultSet row, int number) throws SQLException {
        var readAt = row.getObject("read_at", OffsetDateTime.class);
        return new RotaFeed(
                row.getString("agent_id"),
                row.getString("language"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
