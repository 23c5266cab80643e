package io.baton.leave;

import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.workflow.Workflow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leave of up to a day, from asking to being back. Whatever is done here is the same as done in Tasklist: the same process,
 * the same checks, the same trail.
 */
@Component
@Transactional
public class LeaveProcess {

    static final String ID = "leave";
    static final String APPROVE = "ApproveLeave";
    static final String WITHDRAWN = "leave.Withdrawn";

    /** Every variable of the process; a form that brings another one is refused. */
    static final class Variables {
        static final String TYPE = "type";
        static final String START_DATE = "startDate";
        static final String START_PERIOD = "startPeriod";
        static final String END_DATE = "endDate";
        static final String END_PERIOD = "endPeriod";
        static final String REASON = "reason";
        static final String BLOCKED = "blocked";
        static final String MANAGERS_GROUP = "managersGroup";
        static final String DUE_AT = "dueAt";
        static final String REMIND_AFTER = "remindAfter";
        static final String ESCALATE_AFTER = "escalateAfter";
        static final String BEGINS_AT = "beginsAt";
        static final String ENDS_AT = "endsAt";
        static final String SHEET = "sheet";
        static final String DECISION = "decision";
        static final String COMMENT = "comment";
        static final String ALLOWED = "allowed";

        static final List<String> FORM = List.of(TYPE, START_DATE, START_PERIOD, END_DATE, END_PERIOD, REASON);
        static final Set<String> ALL = Set.of(
                TYPE,
                START_DATE,
                START_PERIOD,
                END_DATE,
                END_PERIOD,
                REASON,
                BLOCKED,
                MANAGERS_GROUP,
                DUE_AT,
                REMIND_AFTER,
                ESCALATE_AFTER,
                BEGINS_AT,
                ENDS_AT,
                SHEET,
                DECISION,
                COMMENT,
                ALLOWED);

        private Variables() {}
    }

    private final Workflow workflow;
    private final LeaveIntake intake;
    private final LeaveRulebook rulebook;
    private final Leaves leaves;
    private final Now now;

    LeaveProcess(Workflow workflow, LeaveIntake intake, LeaveRulebook rulebook, Leaves leaves, Now now) {
        this.workflow = workflow;
        this.intake = intake;
        this.rulebook = rulebook;
        this.leaves = leaves;
        this.now = now;
    }

    /** What the rules would say, without asking for anything. */
    public LeaveVerdict check(LeaveForm form) {
        return rulebook.judge(Applicant.of(now.actor()), form, now.instant());
    }

    /** Asks for leave. The answer is pending, or refused by the rules; both are kept. */
    public LeaveRequest request(LeaveForm form) {
        var id = Ids.next();
        intake.record(id, form);
        workflow.start(ID, id, Map.of());
        return leaves.get(id);
    }

    /**
     * Completes {@code ApproveLeave}. The same decision of the same person again changes nothing; a decided request is
     * refused with 409 {@code leave_decided}. When the rules say no by now, the request stays pending with the reason.
     */
    public LeaveRequest approve(UUID id, LeaveDecision decision) {
        var leave = leaves.hold(id);
        leave.guardDecider(now.actor());
        if (isSame(leave, decision)) {
            return leave;
        }
        if (!leave.isPending()) {
            throw Problem.conflict("leave_decided");
        }
        workflow.complete(ID, APPROVE, id, variables(decision.comment(), Map.of(Variables.DECISION, decision.code())));
        return leaves.get(id);
    }

    /** Takes an own request back, or gives an approved leave back before it begins. */
    public LeaveRequest withdraw(UUID id, @Nullable String comment) {
        var leave = leaves.hold(id);
        if (leave.progress().outcome() == LeaveOutcome.WITHDRAWN
                && isSettledBy(leave, now.actor().id())) {
            return leave;
        }
        leave.guardWithdrawal(now.actor());
        workflow.correlate(WITHDRAWN, id, variables(comment, Map.of()));
        return leaves.get(id);
    }

    private boolean isSame(LeaveRequest leave, LeaveDecision decision) {
        var decided = leave.progress().decided();
        var state = decision.approved() ? LeaveState.APPROVED : LeaveState.REJECTED;
        return leave.state() == state
                && isSettledBy(leave, now.actor().id())
                && decided != null
                && Objects.equals(decided.comment(), decision.comment());
    }

    private static boolean isSettledBy(LeaveRequest leave, String person) {
        var decided = leave.progress().decided();
        return decided != null && decided.by().equals(person);
    }

    private static Map<String, Object> variables(@Nullable String comment, Map<String, Object> others) {
        var variables = new HashMap<>(others);
        variables.put(Variables.COMMENT, comment == null ? "" : comment);
        return Map.copyOf(variables);
    }
}
