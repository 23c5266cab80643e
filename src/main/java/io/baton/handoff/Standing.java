package io.baton.handoff;

import io.baton.presence.State;
import io.baton.rota.Agent;
import org.jspecify.annotations.Nullable;

/**
 * How an agent stands at this moment.
 *
 * @param active how many conversations the agent has
 * @param obstacle why the agent cannot be given one more; absent when nothing speaks against it
 */
public record Standing(
        Agent agent,
        State state,
        boolean onShift,
        int active,
        @Nullable Obstacle obstacle) {

    public boolean isEligible() {
        return obstacle == null;
    }

    /** At work and reachable, with a free seat or not. */
    boolean isOnDuty() {
        return onShift && state != State.OFFLINE;
    }

    int freeSeats() {
        return isOnDuty() ? Math.max(0, agent.maxConversations() - active) : 0;
    }

    /** The same as its sender sees it. */
    Standing seenBy(@Nullable String sender) {
        return agent.id().equals(sender) ? new Standing(agent, state, onShift, active, Obstacle.SENDER) : this;
    }
}
