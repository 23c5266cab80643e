package io.baton.handoff;

import java.util.Set;

/** A request as rules see it. */
public record Demand(Priority priority, Set<String> skills) {

    public Demand {
        skills = Set.copyOf(skills);
    }

    public boolean isUrgent() {
        return priority == Priority.URGENT;
    }

    /** The share of the wanted skills that somebody has, 0 to 1; 1 when none is wanted. */
    public double match(Set<String> has) {
        return skills.isEmpty()
                ? 1
                : (double) skills.stream().filter(has::contains).count() / skills.size();
    }
}
