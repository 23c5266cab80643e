package io.baton.handoff;

import io.baton.presence.Presence;
import io.baton.presence.State;
import io.baton.presence.Status;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Rota;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who of a department is at work now: on shift by the rota, not on leave, connected, and not offline by choice. */
@Component
class Floor {

    private final Agents agents;
    private final Rota rota;
    private final Presence presence;
    private final Seats seats;
    private final Reachability reachability;
    private final Clock clock;

    Floor(Agents agents, Rota rota, Presence presence, Seats seats, Reachability reachability, Clock clock) {
        this.agents = agents;
        this.rota = rota;
        this.presence = presence;
        this.seats = seats;
        this.reachability = reachability;
        this.clock = clock;
    }

    /** Whether the department's opening hours say that it may be asked now. */
    boolean isOpen(String department) {
        return reachability.isOpen(department);
    }

    List<Candidate> of(String department) {
        var onShift = rota.onShift(Instant.now(clock));
        var people = agents.of(department).stream()
                .filter(agent -> onShift.contains(agent.id()))
                .toList();
        var ids = people.stream().map(Agent::id).toList();
        var states = presence.of(ids);
        var taken = seats.of(ids);
        return people.stream()
                .filter(agent -> isHere(states.get(agent.id())))
                .map(agent -> candidate(agent, states, taken))
                .toList();
    }

    private static boolean isHere(@Nullable Status status) {
        return status != null && status.state() != State.OFFLINE;
    }

    private static Candidate candidate(Agent agent, Map<String, Status> states, Map<String, Candidate.Seat> taken) {
        var status = states.get(agent.id());
        return new Candidate(
                agent.id(),
                status != null && status.state() == State.ONLINE,
                taken.getOrDefault(agent.id(), Candidate.Seat.UNUSED).withMax(agent.maxConversations()),
                agent.skills(),
                agent.senior(),
                agent.autoAccept());
    }
}
