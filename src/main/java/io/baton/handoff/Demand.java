package io.baton.handoff;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as rules see it.
 *
 * @param strategy how its department chooses
 * @param shares how far in front each agent is in the line of the strategy, see {@link #share}
 * @param lastAgent who served the customer last, if the strategy asks for that
 */
public record Demand(
        Priority priority,
        Set<String> skills,
        Strategy strategy,
        Map<String, Double> shares,
        @Nullable String lastAgent) {

    public Demand {
        skills = Set.copyOf(skills);
        shares = Map.copyOf(shares);
    }

    public boolean isUrgent() {
        return priority == Priority.URGENT;
    }

    /** Whether agents are compared by what they can do, and not by whose turn it is. */
    public boolean isScored() {
        return strategy.isScored();
    }

    /** The share of the wanted skills that somebody has, 0 to 1; 1 when none is wanted. */
    public double match(Set<String> has) {
        return skills.isEmpty()
                ? 1
                : (double) skills.stream().filter(has::contains).count() / skills.size();
    }

    /** 1 for the first in the line of the strategy, less for each that follows. */
    public double share(String agent) {
        return shares.getOrDefault(agent, 0.0);
    }
}
