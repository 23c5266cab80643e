package io.baton.handoff;

import io.baton.kernel.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A manager's decision about who waits too long, made outside of Tasklist: completes the same user task. Refuses who does
 * not lead the department (404) and a decision nobody asks for (409 {@code task_not_open}).
 */
@Component
public class HandoffStepIns {

    private final Handoffs handoffs;
    private final QueueTable queue;
    private final HandoffProcess process;
    private final Turn turn;

    HandoffStepIns(Handoffs handoffs, QueueTable queue, HandoffProcess process, Turn turn) {
        this.handoffs = handoffs;
        this.queue = queue;
        this.process = process;
        this.turn = turn;
    }

    @Transactional
    public HandoffSnapshot decide(UUID id, StepIn decision) {
        var handoff = handoffs.get(id);
        if (!turn.actor().leads(handoff.place().department())) {
            throw Problem.notFound("handoff_unknown");
        }
        decision.decided();
        queue.hold(turn.tenant(), handoff.place().department());
        handoffs.lock(id);
        process.stepIn(id, decision);
        return handoffs.get(id);
    }
}
