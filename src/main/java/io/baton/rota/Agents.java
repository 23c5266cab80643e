package io.baton.rota;

import io.baton.kernel.Problem;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tenant's agents and what they can do. */
@Repository
@Transactional(readOnly = true)
public class Agents {

    private final JdbcClient jdbc;

    Agents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Agent> find(String id) {
        return jdbc.sql("select * from agent where id = ?")
                .param(id)
                .query(Agents::read)
                .optional();
    }

    /** The agent, or 404 {@code agent_unknown}. */
    public Agent get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("agent_unknown"));
    }

    /** These agents by id, or 404 {@code agent_unknown} when one of them is not there. */
    public Map<String, Agent> named(Collection<String> ids) {
        var found = jdbc
                .sql("select * from agent where id = any(?)")
                .param(ids.toArray(String[]::new))
                .query(Agents::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        if (!found.keySet().containsAll(ids)) {
            throw Problem.notFound("agent_unknown");
        }
        return found;
    }

    /** Everybody of a department, or of all departments when none is named, by id. */
    public List<Agent> of(@Nullable String department) {
        return jdbc.sql("select * from agent where ?::text is null or department = ? order by id")
                .param(department)
                .param(department)
                .query(Agents::read)
                .list();
    }

    /** Adds the agent or replaces what was known. */
    @Transactional
    public void save(Agent agent) {
        jdbc.sql("""
                insert into agent (id, name, department, skills, level, senior, max_conversations, auto_accept, weekly_hours)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, id) do update set name = excluded.name, department = excluded.department,
                    skills = excluded.skills, level = excluded.level, senior = excluded.senior,
                    max_conversations = excluded.max_conversations, auto_accept = excluded.auto_accept,
                    weekly_hours = excluded.weekly_hours
                """)
                .param(agent.id())
                .param(agent.name())
                .param(agent.department())
                .param(agent.skills().stream().sorted().toArray(String[]::new))
                .param(agent.level())
                .param(agent.senior())
                .param(agent.maxConversations())
                .param(agent.autoAccept())
                .param(agent.weeklyHours())
                .update();
    }

    private static Agent read(ResultSet row, int number) throws SQLException {
        return new Agent(
                row.getString("id"),
                row.getString("name"),
                row.getString("department"),
                strings(row.getArray("skills")),
                row.getInt("level"),
                row.getBoolean("senior"),
                row.getInt("max_conversations"),
                row.getBoolean("auto_accept"),
                row.getInt("weekly_hours"));
    }

    private static Set<String> strings(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
