package io.baton.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.identity.Directory;
import io.baton.kernel.Problem;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may be asked by hand, and who is told. */
@Component
class People {

    private final Agents agents;
    private final Directory directory;
    private final Attendance attendance;
    private final ObjectMapper json;

    People(Agents agents, Directory directory, Attendance attendance, ObjectMapper json) {
        this.agents = agents;
        this.directory = directory;
        this.attendance = attendance;
        this.json = json;
    }

    /** A choice in a form. */
    record Option(String label, String value) {}

    /**
     * The agent whom a manager chose, if that can be: somebody of the department (422) who is connected and not on leave
     * (409), for nobody else would read what the customer writes. Being off shift or at the maximum does not matter: a
     * manager's hand goes beyond both.
     */
    String assignable(@Nullable String chosen, String department) {
        var id = chosen == null ? "" : chosen.toLowerCase(Locale.ROOT);
        if (agents.find(id)
                .filter(agent -> agent.department().equals(department))
                .isEmpty()) {
            throw Problem.invalid("agentId", "is no agent of this department");
        }
        if (attendance.isOnLeave(id)) {
            throw Problem.conflict("agent_on_leave");
        }
        if (!attendance.isConnected(id)) {
            throw Problem.conflict("agent_not_connected");
        }
        return id;
    }

    /** None for who is no agent. */
    int seatsOf(String person) {
        return agents.find(person).map(Agent::maxConversations).orElse(0);
    }

    List<String> managers(String department) {
        return directory.managers(department).stream()
                .map(manager -> manager.id())
                .toList();
    }

    /** The agents of a department as a JSON list of choices. */
    String options(String department) {
        try {
            return json.writeValueAsString(agents.of(department).stream()
                    .map(agent -> new Option(Texts.agent(agent.id(), agent.name()), agent.id()))
                    .toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
