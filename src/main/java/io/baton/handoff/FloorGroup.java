package io.baton.handoff;

import io.baton.presence.Light;
import io.baton.presence.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department at one moment.
 *
 * @param waiting how many wait, those whom the list leaves out included
 * @param waitingSince since when the one waits who has waited longest; absent when nobody does
 * @param freeSeats of those who may get something: on shift, connected and not offline by choice
 * @param queue the first of the queue, in its order, up to {@value FloorTable#MOST}
 * @param served whoever is with an agent, by agent
 * @param members who is on shift, connected, or holds or is offered anything
 */
public record FloorGroup(
        String department,
        int waiting,
        @Nullable Instant waitingSince,
        int freeSeats,
        List<Waiting> queue,
        List<Served> served,
        List<Member> members) {

    public FloorGroup {
        queue = List.copyOf(queue);
        served = List.copyOf(served);
        members = List.copyOf(members);
    }

    /**
     * Somebody who waits.
     *
     * @param since from when the wait counts: from the request, or from when the agent was lost
     * @param skills what an agent must know; none once they were dropped
     * @param front goes before all others, because the agent was lost
     * @param misses offers that were declined or not answered
     * @param offer absent while nobody is being asked
     */
    public record Waiting(
            UUID id,
            UUID conversationId,
            String customerName,
            String reason,
            HandoffState state,
            int position,
            Instant since,
            Priority priority,
            Set<String> skills,
            boolean front,
            int misses,
            @Nullable Asked offer) {}

    /** The agent who is being asked, until when, and why this one. */
    public record Asked(String agentId, Instant offeredAt, Instant expiresAt, HandoffScore score) {}

    /**
     * Somebody who is with an agent.
     *
     * @param since from when this agent has the customer; of one who took an offer after a transfer or a loss, from the offer
     * @param transferTo who is asked to take the customer over
     */
    public record Served(
            UUID id,
            UUID conversationId,
            String customerName,
            String reason,
            HandoffState state,
            Priority priority,
            String agentId,
            Instant since,
            boolean customerLost,
            @Nullable String transferTo) {}

    /**
     * Somebody who takes conversations, with as many as one has and may have.
     *
     * @param department may be another one; empty for a manager who stepped in and is no agent
     */
    public record Member(
            String id,
            String name,
            String department,
            State state,
            boolean onShift,
            Light light,
            int active,
            int max,
            Set<String> skills,
            boolean senior,
            boolean autoAccept) {

        boolean mayReceive() {
            return onShift && state != State.OFFLINE;
        }

        int freeSeats() {
            return mayReceive() ? Math.max(0, max - active) : 0;
        }
    }
}
