package io.baton.handoff;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a lost or returned agent, or customer, means for the handoffs in which they take part. */
@Component
@Transactional
class AgentAbsences {

    private final Handoffs handoffs;
    private final HandoffTable table;
    private final QueueTable queue;
    private final HandoffProcess process;
    private final Turn turn;

    AgentAbsences(Handoffs handoffs, HandoffTable table, QueueTable queue, HandoffProcess process, Turn turn) {
        this.handoffs = handoffs;
        this.table = table;
        this.queue = queue;
        this.process = process;
        this.turn = turn;
    }

    List<UUID> heldBy(String agent) {
        return table.heldBy(agent).stream().map(HandoffSnapshot::id).toList();
    }

    List<UUID> ofCustomer(String customer) {
        return table.openOfCustomer(customer).stream().map(HandoffSnapshot::id).toList();
    }

    /** A served conversation is paused, an offer goes on to the next agent. */
    void agentLost(UUID id, String agent) {
        queue.hold(turn.tenant(), handoffs.get(id).place().department());
        var handoff = handoffs.lock(id).now();
        if (agent.equals(handoff.agentId()) && handoff.state() == HandoffState.IN_PROGRESS) {
            process.agentLost(id);
        } else if (agent.equals(handoff.agentId()) && handoff.state() == HandoffState.ASSIGNED) {
            process.reject(id, true);
        }
    }

    void agentReturned(UUID id, String agent) {
        var handoff = handoffs.lock(id).now();
        if (agent.equals(handoff.agentId()) && handoff.state() == HandoffState.PAUSED) {
            process.agentReturned(id);
        }
    }

    void customerLost(UUID id) {
        var handoff = handoffs.lock(id);
        if (isServed(handoff) && !handoff.now().trail().customerLost() && process.customerLost(id)) {
            handoff.customerLost(turn.actor(), turn.now());
            handoffs.save(handoff);
        }
    }

    void customerReturned(UUID id) {
        var handoff = handoffs.lock(id);
        if (isServed(handoff) && handoff.now().trail().customerLost() && process.customerReturned(id)) {
            handoff.customerReturned(turn.actor(), turn.now());
            handoffs.save(handoff);
        }
    }

    /** The conversation ended: so does whatever was asked in it. */
    void conversationClosed(UUID conversation, String reason) {
        table.openOf(conversation).map(open -> handoffs.lock(open.id()).now()).ifPresent(handoff -> {
            if (handoff.state().waits()) {
                process.cancel(handoff.id(), reason);
            } else if (!handoff.state().isFinal()) {
                process.complete(handoff.id(), reason);
            }
        });
    }

    /** Who still waits may come and go: only a served conversation waits for its customer. */
    private static boolean isServed(Handoff handoff) {
        var state = handoff.now().state();
        return state.holdsSeat() && !state.waits();
    }
}
