package io.baton.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What customers were promised, held against what is stored in the end. */
final class HandoffBook {

    private static final Set<String> FINAL = Set.of("COMPLETED", "CANCELLED", "TICKETED");

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final List<Violation> violations = new CopyOnWriteArrayList<>();

    /** Baton said that it has the request. */
    void acknowledged(String handoff) {
        acknowledged.add(handoff);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Something that happened, for the report. */
    void count(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    Map<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((what, count) -> all.put(what, count.sum()));
        return all;
    }

    void violated(String rule, String what) {
        violations.add(new Violation(rule, what));
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Finds every request that was acknowledged; how many ended how. */
    Map<String, Integer> settle(Connection database) throws SQLException {
        var states = states(database);
        var ended = new TreeMap<String, Integer>();
        for (var handoff : acknowledged) {
            var state = states.getOrDefault(handoff, "LOST");
            ended.merge(state, 1, Integer::sum);
            if (!FINAL.contains(state)) {
                violated("ACKNOWLEDGED_AND_" + state, "handoff " + handoff);
            }
        }
        return ended;
    }

    private static Map<String, String> states(Connection database) throws SQLException {
        var states = new HashMap<String, String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select id::text, state from handoff")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getString(2));
            }
        }
        return states;
    }

    /** What was found, the first of it in words. */
    List<Violation> with(List<Violation> others) {
        var all = new ArrayList<>(violations);
        all.addAll(others);
        return all;
    }
}
