package io.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A request that waits although somebody free may serve it. That is so for a moment whenever something happens; when nothing
 * about the request and about one of these agents changes for a second, everybody has overlooked it.
 *
 * @param stamp changes whenever the request does
 * @param idleSince the agents who may serve it, never asked about it so far, and since when each has been idle
 */
record Overlooked(UUID handoff, String stamp, Map<String, Instant> idleSince, Instant seen) {

    private static final Duration GRACE = Duration.ofSeconds(1);

    Overlooked {
        idleSince = Map.copyOf(idleSince);
    }

    /** Whether a later look found that nothing has changed. */
    boolean isSame(Overlooked later) {
        return handoff.equals(later.handoff)
                && stamp.equals(later.stamp)
                && idleSince.entrySet().stream()
                        .anyMatch(agent -> agent.getValue().equals(later.idleSince.get(agent.getKey())));
    }

    boolean isOverdue(Instant now) {
        return now.isAfter(seen.plus(GRACE));
    }
}
