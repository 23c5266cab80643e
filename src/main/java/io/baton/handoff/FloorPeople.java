package io.baton.handoff;

import io.baton.handoff.FloorGroup.Member;
import io.baton.identity.Directory;
import io.baton.presence.Presence;
import io.baton.presence.Status;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows people as a manager sees them on the floor: state, shift, seats. */
@Component
class FloorPeople {

    private final Agents agents;
    private final Directory directory;
    private final Presence presence;
    private final Seats seats;

    FloorPeople(Agents agents, Directory directory, Presence presence, Seats seats) {
        this.agents = agents;
        this.directory = directory;
        this.presence = presence;
        this.seats = seats;
    }

    /** These agents and others who are busy all the same: of another department, or managers who stepped in. */
    Map<String, Member> of(List<Agent> staff, Collection<String> busy) {
        var known = new HashMap<String, Agent>();
        staff.forEach(agent -> known.put(agent.id(), agent));
        busy.forEach(id -> known.computeIfAbsent(id, this::stranger));
        var statuses = presence.of(known.keySet());
        var taken = seats.of(known.keySet());
        var people = new HashMap<String, Member>();
        known.values()
                .forEach(agent -> people.put(
                        agent.id(),
                        member(
                                agent,
                                statuses.getOrDefault(agent.id(), Status.UNKNOWN),
                                taken.containsKey(agent.id())
                                        ? taken.get(agent.id()).active()
                                        : 0)));
        return people;
    }

    private Agent stranger(String id) {
        return agents.find(id).orElseGet(() -> {
            var name = directory.person(id).map(person -> person.name()).orElse(id);
            return new Agent(id, name, "", Set.of(), 1, false, 0, false);
        });
    }

    private static Member member(Agent agent, Status status, int active) {
        return new Member(
                agent.id(),
                agent.name(),
                agent.department(),
                status.state(),
                status.onShift(),
                status.light(),
                active,
                agent.maxConversations(),
                agent.skills(),
                agent.senior(),
                agent.autoAccept());
    }
}
