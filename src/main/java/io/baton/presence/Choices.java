package io.baton.presence;

import io.baton.kernel.CurrentActor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people of the acting tenant want to be; who never chose wants to be ONLINE. */
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

    @Transactional
    public void choose(String person, State state) {
        jdbc.sql("""
                        insert into presence_choice (tenant_id, person, state, since) values (?, ?, ?, ?)
                        on conflict (tenant_id, person) do update set state = excluded.state, since = excluded.since
                        """)
                .params(current.tenant().id(), person, state.name(), Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public Map<String, State> of(Collection<String> people) {
        var chosen = new HashMap<String, State>();
        jdbc.sql("select person, state from presence_choice where person = any (?)")
                .param(people.toArray(String[]::new))
                .query(row -> {
                    chosen.put(row.getString("person"), State.valueOf(row.getString("state")));
                });
        people.forEach(person -> chosen.putIfAbsent(person, State.ONLINE));
        return chosen;
    }
}
