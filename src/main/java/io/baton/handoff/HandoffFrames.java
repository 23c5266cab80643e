package io.baton.handoff;

import io.baton.chat.Conversations;
import io.baton.chat.Hub;
import io.baton.chat.Message;
import io.baton.chat.Party;
import io.baton.chat.SenderType;
import io.baton.chat.ServerFrame;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells customers and agents over the socket what becomes of a handoff, once it is committed. */
@Component
class HandoffFrames {

    private static final int SUMMARY = 3;
    private static final int EXCERPT = 200;

    private final Hub hub;
    private final Conversations conversations;
    private final Agents agents;
    private final Turn turn;

    HandoffFrames(Hub hub, Conversations conversations, Agents agents, Turn turn) {
        this.hub = hub;
        this.conversations = conversations;
        this.agents = agents;
        this.turn = turn;
    }

    /** The offer, to whoever is being asked: the chosen agent, or the target of a transfer. */
    void offer(HandoffSnapshot handoff) {
        var offer = Objects.requireNonNull(handoff.offer());
        var transfer = handoff.trail().transfer();
        var expires = transfer == null ? offer.expiresAt() : transfer.until();
        var ask = handoff.ask();
        toAgent(
                transfer == null ? offer.agentId() : transfer.agentId(),
                new ServerFrame.HandoffRequest(
                        handoff.id(),
                        ask.conversationId(),
                        ask.reason(),
                        handoff.place().priority().name(),
                        Map.of("id", ask.customer().id(), "name", ask.customer().name()),
                        score(offer.score()),
                        summary(ask.conversationId()),
                        expires));
    }

    void queued(Places.Told told) {
        var seconds = told.seconds().isPresent() ? Long.valueOf(told.seconds().getAsLong()) : null;
        toCustomer(told.customerId(), new ServerFrame.HandoffQueued(told.handoffId(), told.place(), seconds));
    }

    @EventListener
    void on(HandoffBegun event) {
        accepted(event.handoff());
    }

    @EventListener
    void on(HandoffMissed event) {
        toAgent(event.change().agentBefore(), cancelled(event, "expired"));
    }

    @EventListener
    void on(HandoffTakenBack event) {
        toAgent(event.change().agentBefore(), cancelled(event, "withdrawn"));
    }

    @EventListener
    void on(HandoffCancelled event) {
        toAgent(event.change().agentBefore(), cancelled(event, "cancelled"));
    }

    @EventListener
    void on(HandoffAgentLost event) {
        toCustomer(
                event.handoff(), new ServerFrame.HandoffPaused(event.handoff().id()));
    }

    @EventListener
    void on(HandoffAgentLeft event) {
        toCustomer(
                event.handoff(), new ServerFrame.HandoffPaused(event.handoff().id()));
    }

    @EventListener
    void on(HandoffAgentReturned event) {
        toCustomer(
                event.handoff(), new ServerFrame.HandoffResumed(event.handoff().id()));
    }

    @EventListener
    void on(HandoffSentBack event) {
        var missed = event.outcome() == OfferOutcome.MISSED;
        toAgent(event.transfer().agentId(), cancelled(event, missed ? "expired" : "withdrawn"));
    }

    @EventListener
    void on(HandoffCompleted event) {
        over(event, event.handoff().outcome().reason());
    }

    @EventListener
    void on(HandoffTicketed event) {
        toAgent(event.change().agentBefore(), cancelled(event, "ticket"));
        over(event, "ticket");
    }

    @EventListener
    void on(HandoffTransferRequested event) {
        var target = event.handoff().trail().transferTo();
        if (target != null && agents.find(target).filter(Agent::autoAccept).isEmpty()) {
            offer(event.handoff());
        }
    }

    @EventListener
    void on(HandoffMoved event) {
        var handoff = event.handoff();
        var from = Objects.requireNonNull(event.change().agentBefore());
        var to = Objects.requireNonNull(handoff.agentId());
        var conversation = handoff.ask().conversationId();
        var seq = conversations.get(conversation).lastSeq();
        var frame = new ServerFrame.Transferred(conversation, from, to, seq);
        toAgent(from, frame);
        toAgent(to, frame);
        toCustomer(handoff, frame);
    }

    private void accepted(HandoffSnapshot handoff) {
        var id = Objects.requireNonNull(handoff.agentId());
        var name = agents.find(id).map(agent -> agent.name()).orElse(id);
        toCustomer(
                handoff,
                new ServerFrame.HandoffAccepted(
                        handoff.id(),
                        handoff.ask().conversationId(),
                        new ServerFrame.HandoffAccepted.Agent(name, null)));
    }

    private void over(HandoffEvent event, @Nullable String reason) {
        var handoff = event.handoff();
        var ticket = handoff.outcome().ticket();
        var frame = new ServerFrame.HandoffCompleted(
                handoff.id(),
                handoff.ask().conversationId(),
                reason == null ? "completed" : reason,
                ticket == null ? null : ticket.id(),
                ticket == null ? null : ticket.number());
        toAgent(event.change().agentBefore(), frame);
        toCustomer(handoff, frame);
    }

    private void toCustomer(HandoffSnapshot handoff, ServerFrame frame) {
        toCustomer(handoff.ask().customer().id(), frame);
    }

    private void toCustomer(String customer, ServerFrame frame) {
        hub.send(turn.who(), Party.customer(customer), frame);
    }

    private void toAgent(@Nullable String agent, ServerFrame frame) {
        if (agent != null) {
            hub.send(turn.who(), Party.agent(agent), frame);
        }
    }

    private static ServerFrame cancelled(HandoffEvent event, String reason) {
        return new ServerFrame.HandoffCancelled(event.handoff().id(), reason);
    }

    private static ServerFrame.HandoffRequest.Score score(HandoffScore score) {
        var parts = new LinkedHashMap<String, Double>();
        score.parts().forEach(part -> parts.merge(part.part(), part.points().doubleValue(), Double::sum));
        var strategy = score.strategy();
        return new ServerFrame.HandoffRequest.Score(
                score.total().doubleValue(), parts, strategy == null ? null : strategy.name());
    }

    /** The customer's last words, so that an agent knows what it is about before saying yes. */
    private String summary(UUID conversation) {
        return conversations.latest(conversation, SUMMARY).stream()
                .filter(message -> message.senderType() == SenderType.CUSTOMER)
                .map(Message::body)
                .map(body -> body.length() <= EXCERPT ? body : body.substring(0, EXCERPT) + "…")
                .collect(Collectors.joining("\n"));
    }
}
