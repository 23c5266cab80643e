package io.baton.handoff;

import io.baton.kernel.NoticeRaised;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What becomes of open conversations when the shift of their agent is over: some time to end them, then a colleague. */
@Component
class Drain {

    private final Handoffs handoffs;
    private final Attendance attendance;
    private final ApplicationEventPublisher events;
    private final Turn turn;

    Drain(Handoffs handoffs, Attendance attendance, ApplicationEventPublisher events, Turn turn) {
        this.handoffs = handoffs;
        this.attendance = attendance;
        this.events = events;
        this.turn = turn;
    }

    /** Tells the agent how much time is left. */
    void warn(UUID id) {
        var handoff = handoffs.get(id);
        var minutes = turn.deadlines().drainFor().toMinutes();
        var customer = handoff.ask().customer().name();
        events.publishEvent(new NoticeRaised(
                turn.who(),
                Objects.requireNonNull(handoff.agentId()),
                "handoff.shift-over",
                "班次已结束：与 %s 的会话若 %d 分钟内未结束，将交接给同事".formatted(customer, minutes),
                "Your shift is over: the conversation with %s goes to a colleague unless it ends within %d min"
                        .formatted(customer, minutes),
                "/desk/chat/" + handoff.ask().conversationId()));
    }

    /**
     * Whether the time is up: no other shift has begun, and the agent had the conversation before the shift was over. Whom a
     * manager gave one afterwards keeps it.
     */
    boolean isOver(UUID id) {
        var handoff = handoffs.get(id);
        var offer = handoff.offer();
        var begun = turn.now().minus(turn.deadlines().drainFor());
        return offer != null && !offer.offeredAt().isAfter(begun) && !attendance.isOnShift(offer.agentId());
    }
}
