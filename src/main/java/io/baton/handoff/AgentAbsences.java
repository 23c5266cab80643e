package io.baton.handoff;

import io.baton.chat.Cluster;
import io.baton.chat.Party;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a lost or returned agent, or customer, means for the handoffs in which they take part. */
@Component
@Transactional
class AgentAbsences {

    private final Handoffs handoffs;
    private final HandoffTable table;
    private final HandoffProcess process;
    private final Attendance attendance;
    private final Cluster cluster;
    private final Turn turn;

    AgentAbsences(
            Handoffs handoffs,
            HandoffTable table,
            HandoffProcess process,
            Attendance attendance,
            Cluster cluster,
            Turn turn) {
        this.handoffs = handoffs;
        this.table = table;
        this.process = process;
        this.attendance = attendance;
        this.cluster = cluster;
        this.turn = turn;
    }

    List<UUID> heldBy(String agent) {
        return table.heldBy(agent).stream().map(HandoffSnapshot::id).toList();
    }

    /** Who serves somebody and is not connected. */
    List<String> absent() {
        return table.servingAgents().stream()
                .filter(agent -> !attendance.isConnected(agent))
                .toList();
    }

    /** The open handoffs of each customer who has any. */
    Map<String, List<UUID>> ofCustomers(Collection<String> customers) {
        return table.openOfCustomers(customers).stream()
                .collect(Collectors.groupingBy(
                        handoff -> handoff.ask().customer().id(),
                        Collectors.mapping(HandoffSnapshot::id, Collectors.toList())));
    }

    /** A served conversation is paused, an offer goes on to the next agent, a transfer back to its sender; whoever is back meanwhile was not lost. */
    void agentLost(UUID id, String agent) {
        var handoff = handoffs.lock(id).now();
        if (attendance.isConnected(agent)) {
            return;
        }
        if (isAsked(handoff, agent)) {
            process.reject(id, true);
        } else if (agent.equals(handoff.agentId()) && handoff.state() == HandoffState.IN_PROGRESS) {
            process.agentLost(id);
        }
    }

    /** Who signed out on purpose is not waited for, unless back meanwhile. */
    void agentSignedOut(UUID id, String agent) {
        if (!attendance.isConnected(agent)) {
            agentLeft(id, agent, "signed_out");
        }
    }

    void leaveBegan(UUID id, String agent) {
        agentLeft(id, agent, "leave_begun");
    }

    private void agentLeft(UUID id, String agent, String why) {
        var handoff = handoffs.lock(id).now();
        if (isAsked(handoff, agent)) {
            process.reject(id, true);
        } else if (agent.equals(handoff.agentId()) && !process.agentLeft(id, why)) {
            process.agentLost(id);
        }
    }

    /** Nothing new comes any more; what is open may still be brought to an end. */
    void shiftEnded(UUID id, String agent) {
        var handoff = handoffs.lock(id);
        var over = !attendance.isOnShift(agent) && !attendance.isOnLeave(agent);
        if (over && agent.equals(handoff.now().agentId()) && isServed(handoff) && process.shiftEnded(id)) {
            handoff.shiftEnded(turn.actor(), turn.now());
            handoffs.save(handoff);
        }
    }

    void agentReturned(UUID id, String agent) {
        var handoff = handoffs.lock(id).now();
        if (agent.equals(handoff.agentId()) && handoff.state() == HandoffState.PAUSED) {
            process.agentReturned(id);
        }
    }

    /** A served conversation waits for its customer, unless the customer is back meanwhile. */
    void customerLost(UUID id) {
        var handoff = handoffs.lock(id);
        if (isServed(handoff)
                && !handoff.now().trail().customerLost()
                && !cluster.isConnected(turn.who(), customerOf(handoff))
                && process.customerLost(id)) {
            handoff.customerLost(turn.actor(), turn.now());
            handoffs.save(handoff);
        }
    }

    private static Party customerOf(Handoff handoff) {
        return Party.customer(handoff.now().ask().customer().id());
    }

    void customerReturned(UUID id) {
        var handoff = handoffs.lock(id);
        if (isServed(handoff) && handoff.now().trail().customerLost() && process.customerReturned(id)) {
            handoff.customerReturned(turn.actor(), turn.now());
            handoffs.save(handoff);
        }
    }

    /** Whether the transaction that is under way has ended the handoff itself. */
    boolean hasEnded(@Nullable UUID handoff) {
        return handoff != null && handoffs.hasEnded(handoff);
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

    private static boolean isAsked(HandoffSnapshot handoff, String agent) {
        return agent.equals(handoff.trail().transferTo())
                || (handoff.state() == HandoffState.ASSIGNED && agent.equals(handoff.agentId()));
    }

    /** Who still waits may come and go: only a served conversation waits for its customer. */
    private static boolean isServed(Handoff handoff) {
        var state = handoff.now().state();
        return state.holdsSeat() && !state.waits();
    }
}
