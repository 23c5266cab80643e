package io.baton.handoff;

import io.baton.kernel.Actor;
import io.baton.kernel.NoticeRaised;
import io.baton.rota.Agents;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows from the end of a transfer: the sender is told why it came back, it counts as an answered or missed offer of
 * the agent who was asked, and a queue in which a seat was freed looks again.
 */
@Component
class TransferNews {

    private final QueueTable queue;
    private final Seats seats;
    private final Agents agents;
    private final Names names;
    private final ApplicationEventPublisher events;

    TransferNews(QueueTable queue, Seats seats, Agents agents, Names names, ApplicationEventPublisher events) {
        this.queue = queue;
        this.seats = seats;
        this.agents = agents;
        this.names = names;
        this.events = events;
    }

    @EventListener
    void on(HandoffMoved event) {
        var before = event.change().before();
        if (before != null && before.trail().transfer() != null) {
            remember(event, before.trail().transfer(), OfferOutcome.ACCEPTED);
        }
        leftDepartment(event);
    }

    /** Who has passed a customer on to a queue is not the first to be asked from it. */
    @EventListener
    void on(HandoffRequeued event) {
        var before = event.change().before();
        if (before != null && before.state() == HandoffState.TRANSFERRED && before.agentId() != null) {
            var sender = new Offer(before.agentId(), HandoffScore.BY_HAND, event.at(), event.at());
            queue.remember(
                    event.actor().tenant().id(), event.handoff().id(), sender, OfferOutcome.REJECTED, event.at());
        }
        leftDepartment(event);
    }

    @EventListener
    void on(HandoffSentBack event) {
        remember(event, event.transfer(), event.outcome());
        agents.find(event.transfer().agentId())
                .ifPresent(asked ->
                        events.publishEvent(new HandoffAgentFreed(event.actor().tenant(), asked.department())));
        tellSender(event);
    }

    private void remember(HandoffEvent event, HandoffSnapshot.Transfer asked, OfferOutcome outcome) {
        var offer = new Offer(asked.agentId(), HandoffScore.BY_HAND, asked.askedAt(), asked.until());
        queue.remember(event.actor().tenant().id(), event.handoff().id(), offer, outcome, event.at());
        seats.ended(asked.agentId(), outcome);
    }

    /** A seat is free in the department that served it before. */
    private void leftDepartment(HandoffEvent event) {
        var before = event.change().before();
        if (before != null && !before.place().department().equals(event.department())) {
            events.publishEvent(
                    new HandoffAgentFreed(event.actor().tenant(), before.place().department()));
        }
    }

    private void tellSender(HandoffSentBack event) {
        Actor actor = event.actor();
        var sender = event.handoff().agentId();
        // one that ended together with its conversation says why, and is no news
        var ended = event.outcome() == OfferOutcome.WITHDRAWN && event.comment() != null;
        if (sender == null || ended || sender.equals(actor.id())) {
            return;
        }
        var name = names.of(event.transfer().agentId());
        var text = Texts.sentBack(name, event.outcome());
        events.publishEvent(new NoticeRaised(
                actor.tenant(),
                sender,
                "handoff.transfer-" + event.outcome().name().toLowerCase(Locale.ROOT),
                text.zh(),
                text.en(),
                "/desk/chat/" + event.handoff().ask().conversationId()));
    }
}
