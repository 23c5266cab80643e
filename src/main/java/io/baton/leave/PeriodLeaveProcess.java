package io.baton.leave;

import io.baton.identity.Now;
import io.baton.kernel.Problem;
import io.baton.workflow.Workflow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leave of several days, from asking to being back, early or late; and the covers of the shifts that it leaves open. */
@Component
@Transactional
public non-sealed class PeriodLeaveProcess extends RequestProcess {

    static final String ID = "period-leave";
    static final String APPROVE = "ApproveLeave";
    static final String CONFIRM = "ConfirmLeave";
    static final String APPROVE_EXTENSION = "ApproveExtension";
    static final String FIND_COVER = "FindCover";
    static final String WITHDRAWN = "period-leave.Withdrawn";
    static final String RETURNED_EARLY = "period-leave.ReturnedEarly";
    static final String EXTENSION_REQUESTED = "period-leave.ExtensionRequested";
    static final String COVER_ANSWERED = "period-leave.CoverAnswered";

    /** Every variable of the process beside those of {@link LeaveProcess}. */
    static final class Variables {
        static final String ADMINS_GROUP = "adminsGroup";
        static final String CONFIRMATION_NEEDED = "confirmationNeeded";
        static final String OVER = "over";
        static final String RETURN_DATE = "returnDate";
        static final String RETURN_PERIOD = "returnPeriod";
        static final String EXTENSION_SHEET = "extensionSheet";
        static final String EXTENSION_BLOCKED = "extensionBlocked";
        static final String EXTENSION_ALLOWED = "extensionAllowed";
        static final String COVERS = "covers";
        static final String COVER_COUNT = "coverCount";
        static final String COVER = "cover";
        static final String COVER_SHEET = "coverSheet";
        static final String CANDIDATES = "candidates";
        static final String COVER_UNTIL = "coverUntil";
        static final String OFFER_UNTIL = "offerUntil";
        static final String COVER_DECISION = "coverDecision";
        static final String CANDIDATE = "candidate";
        static final String ACCEPTED = "accepted";
        static final String COVERED = "covered";
        static final String NUMBER = "loopCounter";
        static final String WORKING_DAYS = "workingDays";
        static final String AWAITED_END = "awaitedEnd";

        static final List<String> COVER_FORM =
                List.of(COVER_DECISION, CANDIDATE, LeaveProcess.Variables.COMMENT, ACCEPTED);

        static final Set<String> ALL = all();

        private Variables() {}

        private static Set<String> all() {
            var all = new HashSet<>(LeaveProcess.Variables.ALL);
            all.addAll(List.of(
                    ADMINS_GROUP,
                    CONFIRMATION_NEEDED,
                    OVER,
                    RETURN_DATE,
                    RETURN_PERIOD,
                    EXTENSION_SHEET,
                    EXTENSION_BLOCKED,
                    EXTENSION_ALLOWED,
                    COVERS,
                    COVER_COUNT,
                    COVER,
                    COVER_SHEET,
                    CANDIDATES,
                    COVER_UNTIL,
                    OFFER_UNTIL,
                    COVER_DECISION,
                    CANDIDATE,
                    ACCEPTED,
                    COVERED,
                    NUMBER,
                    WORKING_DAYS,
                    AWAITED_END,
                    "nrOfInstances",
                    "nrOfCompletedInstances",
                    "nrOfActiveInstances"));
            return Set.copyOf(all);
        }
    }

    private final Workflow workflow;
    private final Leaves leaves;
    private final Covers covers;
    private final PeriodLeaveCases cases;

    PeriodLeaveProcess(
            Workflow workflow, LeaveIntake intake, Leaves leaves, Covers covers, PeriodLeaveCases cases, Now now) {
        super(ID, WITHDRAWN, workflow, intake, leaves, now);
        this.workflow = workflow;
        this.leaves = leaves;
        this.covers = covers;
        this.cases = cases;
    }

    @Override
    String decisionTask(LeaveRequest leave) {
        return leave.progress().endorsed() == null ? APPROVE : CONFIRM;
    }

    /** Ends a leave that has begun before its time; the applicant is back from this half day on. */
    public LeaveRequest returnEarly(UUID id, LeaveReturn back) {
        cases.guardReturn(id, back);
        workflow.correlate(
                RETURNED_EARLY,
                id,
                variables(
                        back.comment(),
                        Map.of(
                                Variables.RETURN_DATE, back.day().toString(),
                                Variables.RETURN_PERIOD, back.half().name())));
        return leaves.get(id);
    }

    /**
     * Asks for more days of a leave that has begun. Afterwards the wish waits for a decision, or the rules refused it and it
     * is gone; both are in the trail.
     */
    public LeaveRequest extend(UUID id, Progress.Extension wish, List<UUID> files) {
        cases.requestExtension(id, wish, files);
        workflow.correlate(EXTENSION_REQUESTED, id, Map.of());
        return leaves.get(id);
    }

    /** Completes {@code ApproveExtension}; 409 {@code extension_unknown} when no more days are asked for. */
    public LeaveRequest approveExtension(UUID id, LeaveDecision decision) {
        cases.decidable(id);
        workflow.complete(
                ID,
                APPROVE_EXTENSION,
                id,
                variables(decision.comment(), Map.of(LeaveProcess.Variables.DECISION, decision.code())));
        return leaves.get(id);
    }

    /** Completes {@code FindCover} by asking somebody to take the shift over. */
    public Cover offerCover(UUID id, String agentId) {
        return decide(id, CoverDecision.ask(agentId));
    }

    /** Completes {@code FindCover} by leaving the shift without a cover. */
    public Cover leaveOpen(UUID id, String reason) {
        return decide(id, CoverDecision.leaveOpen(reason));
    }

    private Cover decide(UUID id, CoverDecision decision) {
        var cover = covers.hold(id);
        workflow.complete(
                ID,
                FIND_COVER,
                cover.absentee().leaveId(),
                new Workflow.Part(Variables.COVER, id.toString()),
                variables(
                        decision.reason(),
                        Map.of(
                                Variables.COVER_DECISION,
                                decision.code(),
                                Variables.CANDIDATE,
                                decision.agentId() == null ? "" : decision.agentId())));
        return covers.get(id);
    }

    /**
     * Answers as the person who was asked. Whoever accepts is on the rota afterwards, unless the rules have something against
     * it by then: the cover is open again in that case, with their codes as its comment.
     */
    public Cover answerCover(UUID id, boolean accepted, @Nullable String comment) {
        var cover = covers.hold(id);
        if (cover.state() != CoverState.OFFERED) {
            throw Problem.conflict("cover_decided");
        }
        workflow.correlate(
                COVER_ANSWERED,
                cover.absentee().leaveId(),
                new Workflow.Part(Variables.COVER, id.toString()),
                variables(comment, Map.of(Variables.ACCEPTED, accepted)));
        return covers.get(id);
    }
}
