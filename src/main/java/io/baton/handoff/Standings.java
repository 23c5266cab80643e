package io.baton.handoff;

import io.baton.presence.Presence;
import io.baton.presence.State;
import io.baton.presence.Status;
import io.baton.rota.Agent;
import io.baton.rota.Assignment;
import io.baton.rota.Rota;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of any number of agents who may be given a conversation now, and what speaks against the others. */
@Component
class Standings {

    private final Rota rota;
    private final Presence presence;
    private final Seats seats;
    private final Turn turn;

    Standings(Rota rota, Presence presence, Seats seats, Turn turn) {
        this.rota = rota;
        this.presence = presence;
        this.seats = seats;
        this.turn = turn;
    }

    /** In the order of the agents. */
    List<Standing> of(Collection<Agent> agents) {
        var ids = agents.stream().map(Agent::id).toList();
        var plan = plan(ids);
        var states = presence.of(ids);
        var taken = seats.of(ids);
        return agents.stream()
                .map(agent -> standing(
                        agent,
                        states.getOrDefault(agent.id(), Status.UNKNOWN).state(),
                        plan.get(agent.id()),
                        taken.getOrDefault(agent.id(), Candidate.Seat.UNUSED).active()))
                .toList();
    }

    private Map<String, Assignment.Status> plan(List<String> ids) {
        var now = turn.now();
        var today = LocalDate.ofInstant(now, turn.settings().zone());
        return rota.assignments(ids, today.minusDays(1), today.plusDays(1)).stream()
                .filter(assignment -> assignment.during().contains(now))
                .collect(Collectors.toMap(Assignment::agentId, Assignment::status, (one, other) -> one));
    }

    private static Standing standing(Agent agent, State state, Assignment.@Nullable Status planned, int active) {
        var onShift = planned == Assignment.Status.ACTIVE;
        return new Standing(agent, state, onShift, active, obstacle(agent, state, planned, active));
    }

    private static @Nullable Obstacle obstacle(
            Agent agent, State state, Assignment.@Nullable Status planned, int active) {
        if (planned == Assignment.Status.LEAVE) {
            return Obstacle.ON_LEAVE;
        }
        if (planned == null) {
            return Obstacle.OFF_SHIFT;
        }
        if (state == State.OFFLINE) {
            return Obstacle.OFFLINE;
        }
        return active >= agent.maxConversations() ? Obstacle.FULL : null;
    }
}
