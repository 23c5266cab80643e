package io.baton.handoff;

import io.baton.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The process {@code handoff} in words of the floor: starts it, and tells it what customers, agents and managers did. */
@Component
class HandoffProcess {

    static final String KEY = "handoff";

    /** The variables of the process, each named once. */
    static final class Variables {
        static final String MANAGERS = "managers";
        static final String ON_DUTY = "onDuty";
        static final String AGENT_FREE = "agentFree";
        static final String AUTO_ACCEPT = "autoAccept";
        static final String WITHDRAWN = "withdrawn";
        static final String REASON = "reason";
        static final String WAIT_FOR_AGENT = "waitForAgent";
        static final String REQUEUE = "requeue";
        static final String OFF_SHIFT = "offShift";
        static final String LEFT_BECAUSE = "leftBecause";
        static final String TARGET = "target";
        static final String TARGET_FREE = "targetFree";
        static final String QUEUED = "queued";
        static final String TRANSFER_OUTCOME = "transferOutcome";
        static final String ACTION = "action";
        static final String AGENT = "agentId";
        static final String COMMENT = "comment";
        static final String CUSTOMER_NAME = "customerName";
        static final String WAITING_SINCE = "waitingSince";
        static final String AGENT_OPTIONS = "agentOptions";
        static final String STEP_IN_DUE_AT = "stepInDueAt";
        static final String GIVE_UP_AT = "giveUpAt";
        static final String OFFER_TIMEOUT = "offerTimeout";
        static final String TRANSFER_TIMEOUT = "transferTimeout";
        static final String ESCALATE_FIRST_AFTER = "escalateFirstAfter";
        static final String ESCALATE_AGAIN_AFTER = "escalateAgainAfter";
        static final String STEP_IN_REMIND_AFTER = "stepInRemindAfter";
        static final String PAUSE_FOR = "pauseFor";
        static final String DRAIN_FOR = "drainFor";
        static final String CUSTOMER_LOST_FOR = "customerLostFor";

        private Variables() {}
    }

    private final Workflow workflow;
    private final Terms terms;

    HandoffProcess(Workflow workflow, Terms terms) {
        this.workflow = workflow;
        this.terms = terms;
    }

    void start(UUID handoff, String department) {
        workflow.start(KEY, handoff, terms.ofSearch(department));
    }

    /** Begins where an agent is found already: nobody is searched for or asked. */
    void takeUp(UUID handoff, String department) {
        workflow.startAt("handoff.TakenUp", handoff, terms.ofSearch(department));
    }

    /** A seat was freed, an agent came online, a shift began: the request may be matched now. */
    boolean agentFreed(UUID handoff) {
        return workflow.tryCorrelate("handoff.AgentFreed", handoff, Map.of());
    }

    void accept(UUID handoff) {
        workflow.correlate("handoff.Accepted", handoff, Map.of());
    }

    /** The agent who is asked says no, or Baton takes the offer back. */
    void reject(UUID handoff, boolean withdrawn) {
        var outcome = withdrawn ? OfferOutcome.WITHDRAWN : OfferOutcome.REJECTED;
        workflow.correlate(
                "handoff.Rejected",
                handoff,
                Map.of(Variables.WITHDRAWN, withdrawn, Variables.TRANSFER_OUTCOME, outcome.name()));
    }

    boolean cancel(UUID handoff, String reason) {
        return workflow.tryCorrelate("handoff.Cancelled", handoff, Map.of(Variables.REASON, reason));
    }

    void complete(UUID handoff, String reason) {
        workflow.correlate("handoff.Completed", handoff, Map.of(Variables.REASON, reason));
    }

    void transfer(UUID handoff, TransferTarget target) {
        workflow.correlate("handoff.TransferRequested", handoff, Map.of(Variables.TARGET, target.text()));
    }

    boolean agentLost(UUID handoff) {
        return workflow.tryCorrelate("handoff.AgentLost", handoff, Map.of());
    }

    /** The agent will not come back; an instance of a model that does not know this waits for the agent instead. */
    boolean agentLeft(UUID handoff, String why) {
        return workflow.tryCorrelate("handoff.AgentLeft", handoff, Map.of(Variables.LEFT_BECAUSE, why));
    }

    boolean shiftEnded(UUID handoff) {
        return workflow.tryCorrelate("handoff.ShiftEnded", handoff, Map.of());
    }

    boolean agentReturned(UUID handoff) {
        return workflow.tryCorrelate("handoff.AgentReturned", handoff, Map.of());
    }

    boolean customerLost(UUID handoff) {
        return workflow.tryCorrelate("handoff.CustomerLost", handoff, terms.ofLostCustomer());
    }

    boolean customerReturned(UUID handoff) {
        return workflow.tryCorrelate("handoff.CustomerReturned", handoff, Map.of());
    }

    /** The twin of the task in Tasklist: completes it where the managers were called, and does the same without one. */
    void stepIn(UUID handoff, StepIn decision) {
        var variables = new HashMap<String, Object>();
        variables.put(Variables.ACTION, decision.action());
        variables.put(Variables.AGENT, decision.agentId() == null ? "" : decision.agentId());
        variables.put(Variables.COMMENT, decision.comment() == null ? "" : decision.comment());
        if (workflow.waitsAt(KEY, "StepIn", handoff)) {
            workflow.complete(KEY, "StepIn", handoff, variables);
        } else {
            workflow.correlate("handoff.SteppedIn", handoff, variables);
        }
    }
}
