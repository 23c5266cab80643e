package io.baton.presence;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.baton.identity.Tenants;
import io.baton.kernel.Tenant;
import io.baton.rota.Assignment;
import io.baton.rota.Rota;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who is on shift and has been away for too long, and tells each such time once over all nodes. */
@Component
class Missing {

    private static final Duration AFTER = Duration.ofMinutes(5);

    private final Rota rota;
    private final Tenants tenants;
    private final Intervals intervals;
    private final Announcer announcer;
    private final JdbcClient jdbc;

    Missing(Rota rota, Tenants tenants, Intervals intervals, Announcer announcer, JdbcClient jdbc) {
        this.rota = rota;
        this.tenants = tenants;
        this.intervals = intervals;
        this.announcer = announcer;
        this.jdbc = jdbc;
    }

    /** Who is on leave is not on shift; whose shift has just begun is given the same time to come. */
    @Transactional
    public void raise(Tenant tenant, Instant now) {
        var red = new TreeSet<>(rota.onShift(now));
        red.removeAll(intervals.open().keySet());
        if (red.isEmpty()) {
            return;
        }
        var latest = now.minus(tenants.settings(tenant).duration("presence.missing-after", AFTER));
        var ends = intervals.lastEnds(red);
        shiftStarts(tenant, red, now).forEach((person, start) -> {
            var since = later(start, ends.getOrDefault(person, Instant.EPOCH));
            if (!since.isAfter(latest) && isNews(person, since, now)) {
                announcer.missing(tenant, person, since);
            }
        });
    }

    private Map<String, Instant> shiftStarts(Tenant tenant, Collection<String> people, Instant now) {
        var today = LocalDate.ofInstant(now, tenants.settings(tenant).zone());
        return rota.assignments(people, today.minusDays(1), today.plusDays(1)).stream()
                .filter(row -> row.status() == Assignment.Status.ACTIVE)
                .collect(groupingBy(
                        Assignment::agentId, TreeMap::new, collectingAndThen(toList(), rows -> start(rows, now))));
    }

    /** A shift that was cut into pieces that touch is still one. */
    private static Instant start(List<Assignment> rows, Instant now) {
        var start = now;
        for (var row : rows.reversed()) {
            if (row.during().contains(start) || row.during().end().equals(start)) {
                start = row.during().start();
            }
        }
        return start;
    }

    private boolean isNews(String person, Instant since, Instant now) {
        return jdbc.sql(
                                "insert into presence_missing (person, since, raised_at) values (?, ?, ?) on conflict do nothing")
                        .params(person, Intervals.utc(since), Intervals.utc(now))
                        .update()
                == 1;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
