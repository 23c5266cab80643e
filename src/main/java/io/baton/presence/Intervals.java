package io.baton.presence;

import io.baton.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people were present. An open interval is what was announced: a person has at most one, whoever writes holds that
 * person until the end of the transaction, and no interval begins before the one before has ended.
 */
@Repository
@Transactional
class Intervals {

    /** @param seenUntil up to when a lease was known */
    record Open(State choice, Instant seenUntil) {}

    private final JdbcClient jdbc;

    Intervals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void hold(String person) {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('presence/' || current_setting('app.tenant') || '/' || ?, 0))")
                .param(person)
                .query((row, number) -> person)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Open> open(String person) {
        return jdbc.sql("select choice, seen_until from presence_interval where person = ? and ended_at is null")
                .param(person)
                .query((row, number) -> new Open(State.valueOf(row.getString("choice")), instant(row, "seen_until")))
                .optional();
    }

    /** Up to when each person with an open interval was seen. */
    @Transactional(readOnly = true)
    public Map<String, Instant> open() {
        var seen = new HashMap<String, Instant>();
        jdbc.sql("select person, seen_until from presence_interval where ended_at is null")
                .query(row -> {
                    seen.put(row.getString("person"), instant(row, "seen_until"));
                });
        return seen;
    }

    /** Who of these people counts as present, without asking Redis. */
    @Transactional(readOnly = true)
    public Set<String> present(Collection<String> people, Instant now) {
        return new HashSet<>(jdbc.sql(
                        "select person from presence_interval where ended_at is null and person = any (?) and seen_until > ?")
                .params(people.toArray(String[]::new), utc(now))
                .query(String.class)
                .list());
    }

    public void begin(String person, State choice, Instant at, Instant seenUntil) {
        jdbc.sql("""
                        insert into presence_interval (id, person, choice, started_at, seen_until)
                        select ?, ?, ?, greatest(?, max(ended_at)), ? from presence_interval where person = ?
                        """)
                .params(Ids.next(), person, choice.name(), utc(at), utc(seenUntil), person)
                .update();
    }

    public void end(String person, Instant at) {
        jdbc.sql(
                        "update presence_interval set ended_at = greatest(started_at, ?) where person = ? and ended_at is null")
                .params(utc(at), person)
                .update();
    }

    /** Notes up to when leases are known; those that were noted a moment ago are left alone. */
    public void seen(Map<String, Instant> until) {
        if (until.isEmpty()) {
            return;
        }
        var people = until.keySet().stream().sorted().toArray(String[]::new);
        var times = new String[people.length];
        for (int i = 0; i < people.length; i++) {
            times[i] = String.valueOf(until.get(people[i]));
        }
        jdbc.sql("""
                        update presence_interval i set seen_until = s.until
                        from unnest(?::text[], ?::text[]::timestamptz[]) as s(person, until)
                        where i.person = s.person and i.ended_at is null and i.seen_until < s.until - interval '20 seconds'
                        """).params(people, times).update();
    }

    /** When each of these people was last present; nothing for who never was. */
    @Transactional(readOnly = true)
    public Map<String, Instant> lastEnds(Collection<String> people) {
        var ends = new HashMap<String, Instant>();
        jdbc.sql("select person, max(ended_at) as ended_at from presence_interval"
                        + " where person = any (?) and ended_at is not null group by person")
                .param(people.toArray(String[]::new))
                .query(row -> {
                    ends.put(row.getString("person"), instant(row, "ended_at"));
                });
        return ends;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
