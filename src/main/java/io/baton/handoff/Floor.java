package io.baton.handoff;

import io.baton.identity.TransactionMemo;
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

/**
 * Who of a department is at work now: on shift by the rota, not on leave, connected, and not offline by choice. That is
 * looked up once in a transaction; seats are read anew each time.
 */
@Component
class Floor {

    private final Agents agents;
    private final Rota rota;
    private final Presence presence;
    private final Seats seats;
    private final Reachability reachability;
    private final Clock clock;
    private final TransactionMemo<String, List<Here>> here = new TransactionMemo<>(this::lookAround);

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

    /** Who it is, and in which state. */
    private record Here(Agent agent, State state) {}

    boolean hasAnyone(String department) {
        return !here.get(department).isEmpty();
    }

    List<Candidate> of(String department) {
        var people = here.get(department);
        var taken = seats.of(people.stream().map(one -> one.agent().id()).toList());
        return people.stream()
                .map(one -> candidate(one.agent(), one.state(), taken))
                .toList();
    }

    private List<Here> lookAround(String department) {
        var onShift = rota.onShift(Instant.now(clock));
        var people = agents.of(department).stream()
                .filter(agent -> onShift.contains(agent.id()))
                .toList();
        var states = presence.of(people.stream().map(Agent::id).toList());
        return people.stream()
                .map(agent -> new Here(agent, stateOf(states.get(agent.id()))))
                .filter(one -> one.state() != State.OFFLINE)
                .toList();
    }

    private static State stateOf(@Nullable Status status) {
        return status == null ? State.OFFLINE : status.state();
    }

    private static Candidate candidate(Agent agent, State state, Map<String, Candidate.Seat> taken) {
        return new Candidate(
                agent.id(),
                state == State.ONLINE,
                taken.getOrDefault(agent.id(), Candidate.Seat.UNUSED).withMax(agent.maxConversations()),
                agent.skills(),
                agent.senior(),
                agent.autoAccept());
    }
}
