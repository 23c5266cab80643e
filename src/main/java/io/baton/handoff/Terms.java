package io.baton.handoff;

import io.baton.handoff.HandoffProcess.Variables;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the tenant grants, as variables of the process: the model's timers and gateways read them. Each is given where it is
 * first needed, because most handoffs go well and every variable costs four rows of history.
 */
@Component
class Terms {

    private final Turn turn;

    Terms(Turn turn) {
        this.turn = turn;
    }

    /** For the search for an agent. */
    Map<String, Object> ofSearch(String department) {
        var deadlines = turn.deadlines();
        return Map.of(
                Variables.GIVE_UP_AT, Date.from(turn.giveUpAt(department)),
                Variables.OFFER_TIMEOUT, deadlines.offerTimeout().toString(),
                Variables.ESCALATE_FIRST_AFTER, deadlines.escalateFirstAfter().toString(),
                Variables.ESCALATE_AGAIN_AFTER, deadlines.escalateAgainAfter().toString());
    }

    /** For the managers of the department it waits in now: who they are, and what their form shows. */
    Map<String, Object> ofStepIn(HandoffSnapshot handoff) {
        var remindAfter = turn.deadlines().stepInRemindAfter();
        var since = handoff.place().requestedAt().atZone(turn.settings().zone()).toLocalDateTime();
        return Map.of(
                Variables.MANAGERS,
                        "%s.%s.managers,%1$s.admins"
                                .formatted(turn.tenant(), handoff.place().department()),
                Variables.CUSTOMER_NAME, handoff.ask().customer().name(),
                Variables.WAITING_SINCE, since.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")),
                Variables.STEP_IN_DUE_AT, Date.from(turn.now().plus(remindAfter)),
                Variables.STEP_IN_REMIND_AFTER, remindAfter.toString());
    }

    /** For an agent who is lost. */
    Map<String, Object> ofLostAgent() {
        var wanted = WhenAgentLost.of(turn.settings());
        return Map.of(
                Variables.PAUSE_FOR, turn.deadlines().pauseFor().toString(),
                Variables.WAIT_FOR_AGENT, wanted.waits(),
                Variables.REQUEUE, wanted.requeues());
    }

    /** For a customer who is lost. */
    Map<String, Object> ofLostCustomer() {
        return Map.of(
                Variables.CUSTOMER_LOST_FOR, turn.deadlines().customerLostFor().toString());
    }

    /** For an agent whose shift is over. */
    Map<String, Object> ofDrain() {
        return Map.of(Variables.DRAIN_FOR, turn.deadlines().drainFor().toString());
    }

    /** For an agent who is asked to take over. */
    Map<String, Object> ofTransfer() {
        return Map.of(
                Variables.TRANSFER_TIMEOUT, turn.deadlines().transferTimeout().toString());
    }
}
