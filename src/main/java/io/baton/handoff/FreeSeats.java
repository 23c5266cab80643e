package io.baton.handoff;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The free seats of a department while it is thought through who gets which of them. */
final class FreeSeats {

    private final Map<Candidate, Integer> left = new LinkedHashMap<>();

    FreeSeats(List<Candidate> free) {
        free.forEach(agent -> left.put(agent, agent.seat().max() - agent.seat().active()));
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    /** Who has a seat left. */
    List<Candidate> agents() {
        return List.copyOf(left.keySet());
    }

    /** One seat less for whoever of these has most left; nothing when there is nobody. */
    void putAside(List<Candidate> agents) {
        agents.stream()
                .max(Comparator.comparing(left::get))
                .ifPresent(agent -> left.computeIfPresent(agent, (who, seats) -> seats == 1 ? null : seats - 1));
    }
}
