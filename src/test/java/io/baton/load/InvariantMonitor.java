package io.baton.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the database again and again on a connection of its own, one snapshot a look, and reports every invariant that
 * does not hold, each once. It knows the tables and nothing of the program, and changes nothing.
 */
final class InvariantMonitor implements AutoCloseable {

    static final String WAITS = "WAITS_BESIDE_A_FREE_AGENT";

    private static final int MOST_NOTES = 20;
    private static final Duration BETWEEN = Duration.ofMillis(250);
    /** After so long it is known and written down whether somebody who seemed to be there was. */
    private static final Duration KNOWN = Duration.ofSeconds(4);

    private static final String OPEN = """
            select 'handoff ' || id || ' is ' || state || ' with ' || coalesce(agent_id, 'nobody') from handoff
            where ended_at is null
            """;

    /** What the database does at this moment, for who wants to know why somebody waits. */
    private static final String SESSIONS = """
            select pid || ' ' || state || ' ' || coalesce(wait_event_type || '/' || wait_event, 'runs') || ', blocked by '
                || pg_blocking_pids(pid)::text || ', for ' || round(extract(epoch from clock_timestamp() - xact_start)::numeric, 1)
                || ' s: ' || left(regexp_replace(query, '\\s+', ' ', 'g'), 160)
            from pg_stat_activity
            where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()
            """;

    /** Where it reads. */
    interface Source {
        Connection open() throws SQLException;
    }

    /** Something that must not last, and when it was first seen. */
    private record Seen(Instant first, Instant last) {}

    private final Source source;
    private final Duration known;
    private final List<Violation> violations = new CopyOnWriteArrayList<>();
    private final List<String> sessions = new CopyOnWriteArrayList<>();
    private final Set<Violation> told = new HashSet<>();
    private final Map<Violation, Seen> lasting = new HashMap<>();
    private final Map<Idle, Seen> idle = new HashMap<>();
    private final Map<Idle, Seen> suspects = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("monitor").unstarted(this::run);
    private @Nullable Connection connection;
    private volatile Duration patience;
    private volatile Duration longest = Duration.ZERO;
    private volatile int looks;
    private volatile @Nullable SQLException failure;
    private volatile boolean stopped;

    /** @param patience for how long somebody may wait beside a free agent */
    InvariantMonitor(Source source, Duration patience) {
        this(source, patience, KNOWN);
    }

    /** @param known after so long it is written down that somebody was not there any more */
    InvariantMonitor(Source source, Duration patience, Duration known) {
        this.source = source;
        this.patience = patience;
        this.known = known;
    }

    InvariantMonitor start() {
        thread.start();
        return this;
    }

    /** From now on, for example while something is broken. */
    void allow(Duration wait) {
        patience = wait;
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    int looks() {
        return looks;
    }

    /** What the database was doing when somebody began to wait too long. */
    List<String> sessions() {
        return List.copyOf(sessions);
    }

    /** Why the newest look that did not succeed did not. */
    Optional<SQLException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The longest that anybody was seen to wait beside a free agent. */
    Duration longest() {
        return longest;
    }

    private void run() {
        while (!stopped) {
            try {
                look();
            } catch (SQLException away) {
                failure = away;
                forget();
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /** Looks once; whatever needs two looks is reported by a later one. */
    synchronized void look() throws SQLException {
        var snapshot = snapshot();
        look(snapshot);
        snapshot.commit();
    }

    /** Looks at what a transaction sees. */
    synchronized void look(Connection snapshot) throws SQLException {
        for (var invariant : Invariant.values()) {
            check(snapshot, invariant);
        }
        waits(snapshot);
        looks++;
    }

    /** Looks for the last time, when nothing is asked for any more: whatever is open now is never ended. */
    synchronized void drained() throws SQLException {
        var snapshot = snapshot();
        look(snapshot);
        ask(snapshot, OPEN).forEach(what -> tell(new Violation("NEVER_ENDED", what)));
        snapshot.commit();
    }

    private void check(Connection snapshot, Invariant invariant) throws SQLException {
        var now = Instant.now();
        var found = new HashSet<Violation>();
        for (var what : ask(snapshot, invariant.question())) {
            found.add(new Violation(invariant.name(), what));
        }
        lasting.keySet().removeIf(known -> known.rule().equals(invariant.name()) && !found.contains(known));
        for (var violation : found) {
            var first = lasting.computeIfAbsent(violation, key -> new Seen(now, now))
                    .first();
            if (Duration.between(first, now).compareTo(invariant.patience()) >= 0) {
                tell(violation);
            }
        }
    }

    private void waits(Connection snapshot) throws SQLException {
        var found = Idle.in(snapshot);
        idle.keySet().retainAll(found.keySet());
        for (var pair : found.entrySet()) {
            var at = pair.getValue();
            var seen =
                    idle.merge(pair.getKey(), new Seen(at, at), (before, now) -> new Seen(before.first(), now.last()));
            if (Duration.between(seen.first(), at).compareTo(patience) > 0) {
                suspect(snapshot, pair.getKey(), seen);
            }
        }
        judge(snapshot);
    }

    private void suspect(Connection snapshot, Idle pair, Seen seen) throws SQLException {
        if (suspects.putIfAbsent(pair, seen) == null && sessions.size() < MOST_NOTES) {
            ask(snapshot, SESSIONS).forEach(session -> sessions.add("handoff " + pair.handoff() + ": " + session));
        }
    }

    /** Who seemed to be there may have been gone already. */
    private void judge(Connection snapshot) throws SQLException {
        var judged = new ArrayList<Idle>();
        for (var suspect : suspects.entrySet()) {
            var pair = suspect.getKey();
            var seen = suspect.getValue();
            if (Instant.now().isAfter(seen.last().plus(known))) {
                judged.add(pair);
                if (pair.wasConnected(snapshot, seen.last())) {
                    tell(new Violation(
                            WAITS,
                            "handoff %s and agent %s since %s".formatted(pair.handoff(), pair.agent(), seen.first())));
                }
            }
        }
        judged.forEach(suspects::remove);
        for (var pair : idle.entrySet()) {
            var lasted =
                    Duration.between(pair.getValue().first(), pair.getValue().last());
            longest = lasted.compareTo(longest) > 0 ? lasted : longest;
        }
    }

    private void tell(Violation violation) {
        if (told.add(violation)) {
            violations.add(violation);
        }
    }

    private static List<String> ask(Connection snapshot, String question) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = snapshot.prepareStatement(question);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private Connection snapshot() throws SQLException {
        var open = connection;
        if (open == null || open.isClosed()) {
            open = source.open();
            try (var session = open.createStatement()) {
                session.execute("set jit = off"); // a look takes a tenth of the time without it
            }
            open.setAutoCommit(false);
            open.setReadOnly(true);
            open.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection = open;
        }
        return open;
    }

    /** A database that went away takes the looks with it that were not finished. */
    private synchronized void forget() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            connection = null;
        }
        connection = null;
        idle.clear();
        lasting.clear();
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        LockSupport.unpark(thread);
        if (thread.isAlive()) {
            thread.join();
        }
        forget();
    }
}
