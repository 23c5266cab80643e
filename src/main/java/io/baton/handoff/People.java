package io.baton.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.identity.Directory;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may be asked by hand, and who is told. */
@Component
class People {

    private final Agents agents;
    private final Directory directory;
    private final ObjectMapper json;

    People(Agents agents, Directory directory, ObjectMapper json) {
        this.agents = agents;
        this.directory = directory;
        this.json = json;
    }

    /** A choice in a form. */
    record Option(String label, String value) {}

    Optional<Agent> agent(String id) {
        return agents.find(id);
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
