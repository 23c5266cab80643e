package io.baton.leave;

import io.baton.identity.Now;
import io.baton.workflow.Workflow;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leave of up to a day, from asking to being back. */
@Component
@Transactional
public non-sealed class LeaveProcess extends RequestProcess {

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

    private final LeaveRulebook rulebook;
    private final Now now;

    LeaveProcess(Workflow workflow, LeaveIntake intake, LeaveRulebook rulebook, Leaves leaves, Now now) {
        super(ID, WITHDRAWN, workflow, intake, leaves, now);
        this.rulebook = rulebook;
        this.now = now;
    }

    /** What the rules would say about leave of any length, without asking for anything. */
    public LeaveVerdict check(LeaveForm form) {
        return rulebook.judge(Applicant.of(now.actor()), form, now.instant());
    }

    @Override
    String decisionTask(LeaveRequest leave) {
        return APPROVE;
    }
}
