package io.baton.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who of some agents with a free seat is asked first. */
interface Ranking {

    /**
     * An agent with a free seat.
     *
     * @param offers how often the agent was asked, and how often said yes and brought it to an end
     */
    record Free(
            String id,
            boolean online,
            int active,
            int max,
            int offers,
            int accepted,
            int completed,
            @Nullable Instant lastAssigned,
            @Nullable Instant lastFreed,
            Set<String> skills,
            boolean senior) {}

    /** @param last the agent who served the customer before */
    String best(Priority priority, Set<String> skills, List<Free> agents, @Nullable String last);
}
