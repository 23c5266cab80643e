package io.baton.handoff;

import io.baton.handoff.ServiceReport.Count;
import io.baton.handoff.ServiceReport.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts the requests of a span of time: of each department and of all together, as a whole and slice by slice. */
@Repository
@Transactional(readOnly = true)
class ServiceTable {

    private static final String COUNTS = """
            with request as (
                select department, state, accepted_at is not null as answered,
                    extract(epoch from coalesce(accepted_at, ended_at, :now) - requested_at)::float8 as waited,
                    floor(extract(epoch from requested_at - :first)::float8 / :step)::int as slice
                from handoff where requested_at >= :from and requested_at <= :now)
            select grouping(department) = 1 as together, department, grouping(slice) = 1 as whole, slice,
                count(*) filter (where answered) as answered,
                count(*) filter (where answered and waited <= :within) as answered_in_time,
                count(*) filter (where not answered and state = 'CANCELLED') as abandoned,
                count(*) filter (where not answered and state = 'CANCELLED' and waited <= :at_once) as abandoned_at_once,
                count(*) filter (where not answered and state = 'TICKETED') as ticketed,
                count(*) filter (where not answered and state in ('PENDING', 'ASSIGNED')) as waiting,
                count(*) filter (where not answered and state in ('PENDING', 'ASSIGNED') and waited > :within) as overdue,
                avg(waited) filter (where answered) as mean,
                percentile_cont(0.5) within group (order by waited) filter (where answered) as p50,
                percentile_cont(0.95) within group (order by waited) filter (where answered) as p95,
                coalesce(max(waited), 0) as longest
            from request group by grouping sets ((department, slice), (department), (slice), ())
            """;

    private final JdbcClient jdbc;

    ServiceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line for each department and slice with requests, one for each of both, and always one for everything. */
    List<Count> count(Span span, ServiceTerms terms) {
        return jdbc.sql(COUNTS)
                .param("from", HandoffRow.utc(span.from()))
                .param("first", HandoffRow.utc(span.first()))
                .param("step", span.step().toSeconds())
                .param("now", HandoffRow.utc(span.now()))
                .param("within", seconds(terms.within()))
                .param("at_once", seconds(terms.atOnce()))
                .query(ServiceTable::read)
                .list();
    }

    private static Count read(ResultSet row, int number) throws SQLException {
        var counts = new ServiceFigures.Counts(
                row.getInt("waiting"),
                row.getInt("overdue"),
                row.getInt("answered"),
                row.getInt("answered_in_time"),
                row.getInt("abandoned"),
                row.getInt("abandoned_at_once"),
                row.getInt("ticketed"));
        var waits = new ServiceFigures.Waits(
                decimal(row, "mean"), decimal(row, "p50"), decimal(row, "p95"), row.getDouble("longest"));
        return new Count(
                row.getBoolean("together") ? null : row.getString("department"),
                row.getBoolean("whole") ? null : row.getInt("slice"),
                ServiceFigures.of(counts, waits));
    }

    private static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }
}
