package io.baton.handoff;

import io.baton.kernel.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A manager's decision about who waits, made outside of Tasklist, at any time: completes the user task where the managers
 * were called. Refuses who does not lead the department (404), who does not wait any more (409 {@code handoff_state}) and an
 * agent who may not be chosen (422, 409 {@code agent_not_connected} or {@code agent_on_leave}).
 */
@Component
public class HandoffStepIns {

    private final Handoffs handoffs;
    private final HandoffProcess process;
    private final People people;
    private final Turn turn;

    HandoffStepIns(Handoffs handoffs, HandoffProcess process, People people, Turn turn) {
        this.handoffs = handoffs;
        this.process = process;
        this.people = people;
        this.turn = turn;
    }

    @Transactional
    public HandoffSnapshot decide(UUID id, StepIn decision) {
        var handoff = handoffs.get(id);
        var department = handoff.place().department();
        if (!turn.actor().leads(department)) {
            throw Problem.notFound("handoff_unknown");
        }
        if (decision.decided() == StepIn.Action.ASSIGN) {
            people.assignable(decision.agentId(), department);
        }
        if (!handoffs.lock(id).now().state().waits()) {
            throw Problem.conflict("handoff_state");
        }
        process.stepIn(id, decision);
        return handoffs.get(id);
    }
}
