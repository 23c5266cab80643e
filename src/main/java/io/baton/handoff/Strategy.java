package io.baton.handoff;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** How a department chooses among the agents who may receive; what each is worth say the rules. */
public enum Strategy {
    /** The best by status, load, skills and history. */
    SCORE,
    /** The one who was given somebody the longest time ago. */
    ROUND_ROBIN,
    /** The one who has had nobody for the longest time. */
    LONGEST_IDLE,
    /** The one who served the customer last; when that is none of them, the best by score. */
    LAST_AGENT_FIRST;

    private static final Comparator<Candidate> BY_TURN =
            comparing((Candidate agent) -> agent.seat().assignedBefore()).thenComparing(Candidate::id);

    private static final Comparator<Candidate> BY_IDLENESS = comparing(
                    (Candidate agent) -> agent.seat().active() > 0)
            .thenComparing(agent -> agent.seat().idleSince())
            .thenComparing(Candidate::id);

    boolean isScored() {
        return this == SCORE || this == LAST_AGENT_FIRST;
    }

    /** The place of each in the line of a strategy that has one: 1 for the first, less for each that follows, above 0. */
    Map<String, Double> shares(Collection<Candidate> agents) {
        return switch (this) {
            case SCORE, LAST_AGENT_FIRST -> Map.of();
            case ROUND_ROBIN -> shares(agents, BY_TURN);
            case LONGEST_IDLE -> shares(agents, BY_IDLENESS);
        };
    }

    private static Map<String, Double> shares(Collection<Candidate> agents, Comparator<Candidate> order) {
        var line = agents.stream().sorted(order).toList();
        var shares = new HashMap<String, Double>();
        for (int i = 0; i < line.size(); i++) {
            shares.put(line.get(i).id(), 1 - (double) i / line.size());
        }
        return shares;
    }
}
