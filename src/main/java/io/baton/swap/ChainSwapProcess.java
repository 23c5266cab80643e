package io.baton.swap;

import io.baton.identity.Now;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A chain of shifts that change hands, from the proposal to the new rota. Whatever is done here is the same as done in
 * Tasklist: the same process, the same checks, the same trail.
 */
@Component
@Transactional
public class ChainSwapProcess {

    static final String ID = "chain-swap";
    static final String CONFIRM = "ConfirmSwap";
    static final String APPROVE = "ApproveSwap";
    static final String WITHDRAWN = "chain-swap.Withdrawn";

    /** Every variable of the process; a form that brings another one is refused. */
    static final class Variables {
        static final String FEASIBLE = "feasible";
        static final String PARTICIPANTS = "participants";
        static final String PARTICIPANT_COUNT = "participantCount";
        static final String PARTICIPANT = "participant";
        static final String ANSWER = "answer";
        static final String DECLINED = "declined";
        static final String DEPARTMENTS = "departments";
        static final String DEPARTMENT_COUNT = "departmentCount";
        static final String DEPARTMENT = "department";
        static final String APPROVERS_GROUP = "approversGroup";
        static final String DECISION = "decision";
        static final String REJECTED = "rejected";
        static final String REJECTED_BY = "rejectedBy";
        static final String COMMENT = "comment";
        static final String EXECUTED = "executed";
        static final String CONFIRM_UNTIL = "confirmUntil";
        static final String SETTLE_UNTIL = "settleUntil";
        static final String REMIND_AFTER = "remindAfter";
        static final String ESCALATE_AFTER = "escalateAfter";
        static final String SHEET = "sheet";
        static final String NUMBER = "loopCounter";

        static final Set<String> ALL = Set.of(
                FEASIBLE,
                PARTICIPANTS,
                PARTICIPANT_COUNT,
                PARTICIPANT,
                ANSWER,
                DECLINED,
                DEPARTMENTS,
                DEPARTMENT_COUNT,
                DEPARTMENT,
                APPROVERS_GROUP,
                DECISION,
                REJECTED,
                REJECTED_BY,
                COMMENT,
                EXECUTED,
                CONFIRM_UNTIL,
                SETTLE_UNTIL,
                REMIND_AFTER,
                ESCALATE_AFTER,
                SHEET,
                NUMBER,
                "nrOfInstances",
                "nrOfCompletedInstances",
                "nrOfActiveInstances");

        private Variables() {}
    }

    private final Workflow workflow;
    private final SwapIntake intake;
    private final ChainSwapRulebook rulebook;
    private final Swaps swaps;
    private final Now now;

    ChainSwapProcess(Workflow workflow, SwapIntake intake, ChainSwapRulebook rulebook, Swaps swaps, Now now) {
        this.workflow = workflow;
        this.intake = intake;
        this.rulebook = rulebook;
        this.swaps = swaps;
        this.now = now;
    }

    /** What the rules would say about a chain, also an unfinished one, without proposing anything. */
    @Transactional(readOnly = true)
    public SwapVerdict check(SwapForm form) {
        return rulebook.judge(form);
    }

    /** What the rules say about a swap now; the shifts that it holds itself are not in its way. */
    @Transactional(readOnly = true)
    public SwapVerdict check(Swap swap) {
        return rulebook.judge(swap);
    }

    /** Proposes a chain. The answer waits for the others, or is refused by the rules; both are kept. */
    public Swap propose(SwapForm form) {
        var id = Ids.next();
        intake.record(id, form.finished());
        workflow.start(ID, id, Map.of());
        return swaps.get(id);
    }

    /**
     * Answers as a participant. The same answer again changes nothing; another one is refused with 409
     * {@code swap_answered}.
     */
    public Swap confirm(UUID id, SwapAnswer answer) {
        var swap = swaps.hold(id);
        var actor = now.actor();
        var given = swap.item(actor.id()).map(item -> item.answer().confirmation());
        if (given.filter(answer.confirmation()::equals).isPresent() && !isProposer(swap, actor)) {
            return swap;
        }
        swap.guardAsked(actor);
        workflow.complete(
                ID,
                CONFIRM,
                id,
                new Workflow.Part(Variables.PARTICIPANT, actor.id()),
                variables(answer.comment(), Map.of(Variables.ANSWER, answer.code())));
        return swaps.get(id);
    }

    /**
     * Decides for a department, or for the only one that the actor leads and that is asked when none is named. The same
     * decision of the same person again changes nothing.
     */
    public Swap approve(UUID id, @Nullable String department, SwapDecision decision) {
        var swap = swaps.hold(id);
        var asked = department == null ? own(swap) : department;
        if (isSame(swap, asked, decision)) {
            return swap;
        }
        swap.guardDecider(asked, now.actor());
        workflow.complete(
                ID,
                APPROVE,
                id,
                new Workflow.Part(Variables.DEPARTMENT, asked),
                variables(decision.comment(), Map.of(Variables.DECISION, decision.code())));
        return swaps.get(id);
    }

    /** Takes an own proposal back, as long as it is not executed. */
    public Swap withdraw(UUID id, @Nullable String comment) {
        var swap = swaps.hold(id);
        if (swap.state() == SwapState.WITHDRAWN && isProposer(swap, now.actor())) {
            return swap;
        }
        swap.guardWithdrawal(now.actor());
        workflow.correlate(WITHDRAWN, id, variables(comment, Map.of()));
        return swaps.get(id);
    }

    private String own(Swap swap) {
        var led = swap.approvals().stream()
                .map(SwapApproval::department)
                .filter(now.actor()::leads)
                .toList();
        if (led.isEmpty()) {
            throw Problem.forbidden(swap.item(now.actor().id()).isPresent() ? "swap_own_request" : "forbidden");
        }
        var open = led.stream().filter(swap.undecided()::contains).toList();
        if (open.size() > 1) {
            throw Problem.invalid("department", "one of " + String.join(", ", open));
        }
        return open.isEmpty() ? led.getFirst() : open.getFirst();
    }

    private boolean isSame(Swap swap, String department, SwapDecision decision) {
        return swap.approvals().stream()
                .filter(approval -> approval.department().equals(department))
                .filter(approval -> approval.state() == decision.state())
                .map(SwapApproval::verdict)
                .filter(Objects::nonNull)
                .anyMatch(verdict ->
                        verdict.by().equals(now.actor().id()) && Objects.equals(verdict.comment(), decision.comment()));
    }

    private static boolean isProposer(Swap swap, Actor actor) {
        return swap.proposal().by().equals(actor.id());
    }

    private static Map<String, Object> variables(@Nullable String comment, Map<String, Object> others) {
        var variables = new HashMap<>(others);
        variables.put(Variables.COMMENT, comment == null ? "" : comment);
        return Map.copyOf(variables);
    }
}
