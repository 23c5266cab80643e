package io.baton.handoff;

import io.baton.kernel.Actor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.rota.Agents;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows handoffs and queues: to the customer and the agent concerned, and to who leads the department. */
@Component
@Transactional
public class HandoffQueue {

    private final HandoffTable table;
    private final QueueTable queue;
    private final Arrivals arrivals;
    private final Floor floor;
    private final Agents agents;
    private final Turn turn;

    HandoffQueue(HandoffTable table, QueueTable queue, Arrivals arrivals, Floor floor, Agents agents, Turn turn) {
        this.table = table;
        this.queue = queue;
        this.arrivals = arrivals;
        this.floor = floor;
        this.agents = agents;
        this.turn = turn;
    }

    /** Who waits, and what there is to serve them. */
    public record Waiting(List<HandoffView> items, int waiting, long longestWaitSeconds, int freeSeats) {}

    /** The seats of one agent. */
    public record MySeats(int active, int max, boolean autoAccept) {}

    /** The handoff, or 404 {@code handoff_unknown} for who has no part in it. */
    public HandoffView find(UUID id) {
        return table.find(id)
                .filter(this::mayRead)
                .map(arrivals::view)
                .orElseThrow(() -> Problem.notFound("handoff_unknown"));
    }

    /** The newest handoff of a conversation, or 404 {@code handoff_unknown} when there is none or one has no part in it. */
    public HandoffView newestOf(UUID conversation) {
        return table.newestOf(conversation)
                .filter(this::mayRead)
                .map(arrivals::view)
                .orElseThrow(() -> Problem.notFound("handoff_unknown"));
    }

    /** A department's queue, first come first; managers see their own department, administrators any or all. */
    public Waiting waiting(@Nullable String department) {
        var actor = turn.actor();
        actor.require(Role.MANAGER, Role.ADMIN);
        var wanted = department == null && !actor.is(Role.ADMIN) ? actor.department() : department;
        if (!actor.is(Role.ADMIN) && !actor.leads(wanted)) {
            throw Problem.forbidden("forbidden");
        }
        var waiting = queue.waiting(wanted);
        var longest = waiting.stream()
                .map(handoff -> Duration.between(handoff.place().requestedAt(), turn.now()))
                .mapToLong(Duration::toSeconds)
                .max()
                .orElse(0);
        var items = waiting.stream().map(arrivals::view).toList();
        return new Waiting(items, items.size(), longest, freeSeats(wanted));
    }

    public MySeats mine() {
        turn.actor().require(Role.CUSTOMER_SERVICE);
        var agent = agents.find(turn.actor().id()).orElseThrow(() -> Problem.notFound("agent_unknown"));
        var held = table.heldBy(agent.id()).size();
        return new MySeats(held, agent.maxConversations(), agent.autoAccept());
    }

    private int freeSeats(@Nullable String department) {
        var departments = department == null
                ? agents.of(null).stream()
                        .map(agent -> agent.department())
                        .distinct()
                        .toList()
                : List.of(department);
        return departments.stream()
                .flatMap(one -> floor.of(one).stream())
                .mapToInt(agent -> Math.max(0, agent.seat().max() - agent.seat().active()))
                .sum();
    }

    private boolean mayRead(HandoffSnapshot handoff) {
        Actor actor = turn.actor();
        return actor.id().equals(handoff.ask().customer().id())
                || actor.id().equals(handoff.agentId())
                || actor.id().equals(handoff.trail().transferTo())
                || actor.leads(handoff.place().department())
                || queue.wasOffered(handoff.id(), actor.id());
    }
}
