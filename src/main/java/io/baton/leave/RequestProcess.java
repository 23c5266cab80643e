package io.baton.leave;

import io.baton.identity.Now;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * What leave of a day and leave of several days have in common: asking, deciding, taking back. Whatever is done here is the
 * same as done in Tasklist: the same process, the same checks, the same trail.
 */
@Transactional
public abstract sealed class RequestProcess permits LeaveProcess, PeriodLeaveProcess {

    private final String process;
    private final String withdrawn;
    private final Workflow workflow;
    private final LeaveIntake intake;
    private final Leaves leaves;
    private final Now now;

    RequestProcess(String process, String withdrawn, Workflow workflow, LeaveIntake intake, Leaves leaves, Now now) {
        this.process = process;
        this.withdrawn = withdrawn;
        this.workflow = workflow;
        this.intake = intake;
        this.leaves = leaves;
        this.now = now;
    }

    /** The id of the process that a request runs. */
    public static String of(LeaveRequest leave) {
        return leave.isPeriod() ? PeriodLeaveProcess.ID : LeaveProcess.ID;
    }

    /** The task in which the request waits for a decision. */
    abstract String decisionTask(LeaveRequest leave);

    /** Asks for leave. The answer is pending, or refused by the rules; both are kept. */
    public LeaveRequest request(LeaveForm form) {
        var id = Ids.next();
        intake.record(id, form);
        workflow.start(process, id, Map.of());
        return leaves.get(id);
    }

    /**
     * Completes the task in which the request waits. The same decision of the same person again changes nothing; a decided
     * request is refused with 409 {@code leave_decided}. When the rules say no by now, the request stays pending with the
     * reason.
     */
    public LeaveRequest approve(UUID id, LeaveDecision decision) {
        var leave = leaves.hold(id);
        if (isSame(leave, decision)) {
            return leave;
        }
        leave.guardDecider(now.actor());
        if (!leave.isPending()) {
            throw Problem.conflict("leave_decided");
        }
        workflow.complete(
                process,
                decisionTask(leave),
                id,
                variables(decision.comment(), Map.of(LeaveProcess.Variables.DECISION, decision.code())));
        return leaves.get(id);
    }

    /** Takes an own request back, or gives an approved leave back before it begins. */
    public LeaveRequest withdraw(UUID id, @Nullable String comment) {
        var leave = leaves.hold(id);
        if (leave.progress().outcome() == LeaveOutcome.WITHDRAWN
                && isBy(leave.progress().decided())) {
            return leave;
        }
        leave.guardWithdrawal(now.actor());
        workflow.correlate(withdrawn, id, variables(comment, Map.of()));
        return leaves.get(id);
    }

    private boolean isSame(LeaveRequest leave, LeaveDecision decision) {
        var state = decision.approved() ? LeaveState.APPROVED : LeaveState.REJECTED;
        boolean settled = leave.state() == state && saysSame(leave.progress().decided(), decision);
        boolean endorsed = leave.isPending()
                && decision.approved()
                && saysSame(leave.progress().endorsed(), decision);
        return settled || endorsed;
    }

    private boolean saysSame(Progress.@Nullable Verdict verdict, LeaveDecision decision) {
        return verdict != null && isBy(verdict) && Objects.equals(verdict.comment(), decision.comment());
    }

    private boolean isBy(Progress.@Nullable Verdict verdict) {
        return verdict != null && verdict.by().equals(now.actor().id());
    }

    static Map<String, Object> variables(@Nullable String comment, Map<String, Object> others) {
        var variables = new HashMap<>(others);
        variables.put(LeaveProcess.Variables.COMMENT, comment == null ? "" : comment);
        return Map.copyOf(variables);
    }
}
