package io.baton.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** How long after its time the timer of an offer that nobody answered had done its work, in seconds, as the trail has it. */
record TimerLateness(long count, double p50, double p99, double max) {

    private static final String QUESTION = """
            select count(*), coalesce(percentile_disc(0.5) within group (order by late), 0),
                coalesce(percentile_disc(0.99) within group (order by late), 0), coalesce(max(late), 0)
            from (select extract(epoch from ended_at - offered_at - ?::interval)::float8 as late
                from handoff_offer where outcome = 'MISSED') o
            """;

    /** @param timeout after which an offer is taken back, as ISO duration */
    static TimerLateness of(Connection database, String timeout) throws SQLException {
        try (var statement = database.prepareStatement(QUESTION)) {
            statement.setString(1, timeout);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new TimerLateness(rows.getLong(1), rows.getDouble(2), rows.getDouble(3), rows.getDouble(4));
            }
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d timers: p50 %.2f · p99 %.2f · max %.1f s", count, p50, p99, max);
    }
}
