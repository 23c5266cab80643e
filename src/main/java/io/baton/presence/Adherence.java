package io.baton.presence;

import io.baton.kernel.Page;
import io.baton.kernel.TimeWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of the acting tenant was present when: what is held against the rota. Intervals are whole, also at the edges. */
@Component
@Transactional(readOnly = true)
public class Adherence {

    private static final String WITHIN = """
            select * from presence_interval
            where person = any (?) and started_at < ? and (ended_at > ? or ended_at is null)
            """;

    private final JdbcClient jdbc;

    Adherence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All intervals of these people that touch the window, by person and start. */
    public List<PresenceInterval> of(Collection<String> people, TimeWindow window) {
        return within(people, window, " order by person, started_at, id")
                .query(Adherence::read)
                .list();
    }

    /** A page of the same by start; the cursor is the last id of the page before. */
    public Page<PresenceInterval> page(Collection<String> people, TimeWindow window, int limit, @Nullable UUID after) {
        var rest = after == null
                ? within(people, window, " order by started_at, id limit ?").param(limit + 1)
                : within(
                                people,
                                window,
                                " and (started_at, id) > (select started_at, id from presence_interval where id = ?)"
                                        + " order by started_at, id limit ?")
                        .param(after)
                        .param(limit + 1);
        return Page.cut(
                rest.query(Adherence::read).list(), limit, last -> last.id().toString());
    }

    private JdbcClient.StatementSpec within(Collection<String> people, TimeWindow window, String rest) {
        return jdbc.sql(WITHIN + rest)
                .param(people.toArray(String[]::new))
                .param(Intervals.utc(window.end()))
                .param(Intervals.utc(window.start()));
    }

    private static PresenceInterval read(ResultSet row, int number) throws SQLException {
        var end = row.getObject("ended_at", OffsetDateTime.class);
        return new PresenceInterval(
                row.getObject("id", UUID.class),
                row.getString("person"),
                State.valueOf(row.getString("choice")),
                Intervals.instant(row, "started_at"),
                end == null ? null : end.toInstant());
    }
}
