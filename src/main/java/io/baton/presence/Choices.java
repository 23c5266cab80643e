package io.baton.presence;

import io.baton.kernel.CurrentActor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people of the acting tenant want to be; the truth, of which Redis keeps a copy. */
@Repository
class Choices {

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final Clock clock;

    Choices(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
    }

    /** Always later than the choice before, whatever the clocks of the nodes say. */
    @Transactional
    public Choice choose(String person, State state) {
        var since = jdbc.sql("""
                        insert into presence_choice as c (tenant_id, person, state, since) values (?, ?, ?, ?)
                        on conflict (tenant_id, person) do update set state = excluded.state,
                            since = greatest(excluded.since, c.since + interval '1 millisecond')
                        returning since
                        """)
                .params(
                        current.tenant().id(),
                        person,
                        state.name(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .single();
        return new Choice(state, since.toInstant());
    }

    /** The choice of each of these people, in one query. */
    @Transactional(readOnly = true)
    public Map<String, Choice> of(Collection<String> people) {
        var chosen = new HashMap<String, Choice>();
        people.forEach(person -> chosen.put(person, Choice.NEVER));
        jdbc.sql("select person, state, since from presence_choice where person = any (?)")
                .param(people.toArray(String[]::new))
                .query(row -> {
                    chosen.put(
                            row.getString("person"),
                            new Choice(
                                    State.valueOf(row.getString("state")),
                                    row.getObject("since", OffsetDateTime.class).toInstant()));
                });
        return chosen;
    }
}
