package io.baton.swap;

import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.swap.ChainSwapProcess.Variables;
import io.baton.workflow.ProcessScope;
import io.baton.workflow.ProcessSteps;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code processes/chain-swap.bpmn}: each reads variables, makes one call, writes variables. */
@Configuration(proxyBeanMethods = false)
class ChainSwapSteps extends ProcessSteps {

    private final SwapCases cases;
    private final SwapPaperwork paperwork;

    ChainSwapSteps(ProcessScope scope, SwapCases cases, SwapPaperwork paperwork) {
        super(scope);
        this.cases = cases;
        this.paperwork = paperwork;
    }

    @Bean
    JavaDelegate chainSwapCheckChain() {
        return step(this::checkChain);
    }

    @Bean
    JavaDelegate chainSwapRefuseSwap() {
        return step(this::refuseSwap);
    }

    @Bean
    JavaDelegate chainSwapLockAssignments() {
        return step(this::lockAssignments);
    }

    @Bean
    ExecutionListener chainSwapAskParticipant() {
        return listen(this::askParticipant);
    }

    @Bean
    TaskListener chainSwapReadAnswer() {
        return onTask(this::readAnswer);
    }

    @Bean
    JavaDelegate chainSwapRemindParticipants() {
        return step(this::remindParticipants);
    }

    @Bean
    JavaDelegate chainSwapDeclineSwap() {
        return step(this::declineSwap);
    }

    @Bean
    ExecutionListener chainSwapAskDepartment() {
        return listen(this::askDepartment);
    }

    @Bean
    TaskListener chainSwapReadDecision() {
        return onTask(this::readDecision);
    }

    @Bean
    JavaDelegate chainSwapRemindApprovers() {
        return step(this::remindApprovers);
    }

    @Bean
    JavaDelegate chainSwapEscalateSwap() {
        return step(this::escalateSwap);
    }

    @Bean
    JavaDelegate chainSwapRejectSwap() {
        return step(this::rejectSwap);
    }

    @Bean
    JavaDelegate chainSwapExecuteSwap() {
        return step(this::executeSwap);
    }

    @Bean
    JavaDelegate chainSwapExpireSwap() {
        return step(this::expireSwap);
    }

    @Bean
    JavaDelegate chainSwapWithdrawSwap() {
        return step(this::withdrawSwap);
    }

    @Bean
    ExecutionListener chainSwapCloseSwap() {
        return listen(this::closeSwap);
    }

    private void checkChain(DelegateExecution execution) {
        execution.setVariable(Variables.FEASIBLE, cases.isFeasible(id(execution)));
    }

    private void refuseSwap(DelegateExecution execution) {
        cases.refuse(id(execution));
    }

    private void lockAssignments(DelegateExecution execution) {
        cases.lock(id(execution));
        execution.setVariables(paperwork.controls(id(execution)));
        execution.setVariable(Variables.SHEET, json(paperwork.renewSheet(id(execution))));
    }

    private void askParticipant(DelegateExecution execution) {
        execution.setVariableLocal(Variables.PARTICIPANT, own(execution, Variables.PARTICIPANTS));
    }

    /** A task that is completed for somebody else, or with a form that was changed, stays open. */
    private void readAnswer(DelegateTask task) {
        var execution = task.getExecution();
        var answer = paperwork.readAnswer(id(execution), task.getAssignee(), execution.getVariables());
        execution.setVariable(Variables.DECLINED, !answer.agreed());
        if (answer.agreed()) {
            cases.confirm(id(execution), answer.comment());
            execution.removeVariables(List.of(Variables.ANSWER, Variables.COMMENT));
        }
    }

    private void remindParticipants(DelegateExecution execution) {
        cases.remind(id(execution));
    }

    private void declineSwap(DelegateExecution execution) {
        cases.decline(id(execution), comment(execution));
    }

    /** All departments read one sheet, made when the first is asked. */
    private void askDepartment(DelegateExecution execution) {
        var department = own(execution, Variables.DEPARTMENTS);
        execution.setVariableLocal(Variables.DEPARTMENT, department);
        execution.setVariableLocal(Variables.APPROVERS_GROUP, paperwork.approvers(id(execution), department));
        if (Integer.valueOf(0).equals(execution.getVariable(Variables.NUMBER))) {
            execution.setVariable(Variables.SHEET, json(paperwork.renewSheet(id(execution))));
        }
    }

    private void readDecision(DelegateTask task) {
        var execution = task.getExecution();
        var department = String.valueOf(execution.getVariable(Variables.DEPARTMENT));
        var offered = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var decision = paperwork.readDecision(id(execution), department, offered, execution.getVariables());
        execution.setVariable(Variables.REJECTED, !decision.approved());
        if (decision.approved()) {
            cases.approve(id(execution), department, decision.comment());
            execution.removeVariables(List.of(Variables.DECISION, Variables.COMMENT));
        } else {
            execution.setVariable(Variables.REJECTED_BY, department);
        }
    }

    private void remindApprovers(DelegateExecution execution) {
        cases.remind(id(execution));
    }

    private void escalateSwap(DelegateExecution execution) {
        cases.escalate(id(execution));
        offer(execution, paperwork.admins());
    }

    private void rejectSwap(DelegateExecution execution) {
        cases.reject(
                id(execution),
                String.valueOf(execution.getVariable(Variables.REJECTED_BY)),
                String.valueOf(comment(execution)));
    }

    private void executeSwap(DelegateExecution execution) {
        execution.setVariable(Variables.EXECUTED, cases.execute(id(execution)));
    }

    private void expireSwap(DelegateExecution execution) {
        cases.expire(id(execution));
    }

    private void withdrawSwap(DelegateExecution execution) {
        cases.withdraw(id(execution), comment(execution));
    }

    /** Nothing is left to close unless somebody ended the process from outside. */
    private void closeSwap(DelegateExecution execution) {
        cases.close(id(execution));
    }

    /** What belongs to this of several equal parts. */
    private static String own(DelegateExecution execution, String list) {
        var number = (Integer) execution.getVariable(Variables.NUMBER);
        return String.valueOf(execution.getVariable(list)).split(",")[number];
    }

    private static @Nullable String comment(DelegateExecution execution) {
        return text(execution, Variables.COMMENT);
    }

    private static UUID id(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        if (key == null) {
            throw Problem.notFound(Swaps.UNKNOWN);
        }
        return Ids.parse(key, Swaps.UNKNOWN);
    }
}
