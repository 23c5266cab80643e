package io.baton.handoff;

import io.baton.kernel.NoticeRaised;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells an agent that a conversation is somebody else's now, also when the agent comes back only later. */
@Component
class HandoffNotices {

    private final ApplicationEventPublisher events;

    HandoffNotices(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(HandoffRequeued event) {
        var agent = event.change().agentBefore();
        if (agent != null) {
            var customer = event.handoff().ask().customer().name();
            events.publishEvent(new NoticeRaised(
                    event.actor().tenant(),
                    agent,
                    "handoff.requeued",
                    "与 %s 的会话已交接给同事".formatted(customer),
                    "The conversation with %s was handed over to a colleague".formatted(customer),
                    "/desk/chat"));
        }
    }
}
