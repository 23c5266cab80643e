package io.baton.leave;

import io.baton.kernel.Ids;
import io.baton.leave.LeaveProcess.Variables;
import io.baton.workflow.ProcessScope;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code processes/leave.bpmn}: each reads variables, makes one call, writes variables. */
@Configuration(proxyBeanMethods = false)
class LeaveSteps extends RequestSteps {

    private final LeaveIntake intake;
    private final LeaveCases cases;
    private final LeavePaperwork paperwork;

    LeaveSteps(ProcessScope scope, LeaveIntake intake, LeaveCases cases, LeavePaperwork paperwork) {
        super(scope);
        this.intake = intake;
        this.cases = cases;
        this.paperwork = paperwork;
    }

    @Bean
    ExecutionListener leaveRecordRequest() {
        return listen(this::recordRequest);
    }

    @Bean
    JavaDelegate leaveCheckRules() {
        return step(this::checkRules);
    }

    @Bean
    JavaDelegate leaveRefuseLeave() {
        return step(this::refuseLeave);
    }

    @Bean
    ExecutionListener leaveReadDecision() {
        return listen(this::readDecision);
    }

    @Bean
    JavaDelegate leaveRejectLeave() {
        return step(this::rejectLeave);
    }

    @Bean
    JavaDelegate leaveApplyToRota() {
        return step(this::applyToRota);
    }

    @Bean
    JavaDelegate leaveRemindApprovers() {
        return step(this::remindApprovers);
    }

    @Bean
    JavaDelegate leaveEscalateLeave() {
        return step(this::escalateLeave);
    }

    @Bean
    JavaDelegate leaveExpireLeave() {
        return step(this::expireLeave);
    }

    @Bean
    JavaDelegate leaveWithdrawLeave() {
        return step(this::withdrawLeave);
    }

    @Bean
    JavaDelegate leaveGiveBack() {
        return step(this::giveBack);
    }

    @Bean
    JavaDelegate leaveAnnounceLeaveBegun() {
        return step(this::announceLeaveBegun);
    }

    @Bean
    JavaDelegate leaveAnnounceLeaveEnded() {
        return step(this::announceLeaveEnded);
    }

    /** From Tasklist a request comes as variables only; from Baton's own pages it is recorded already. */
    private void recordRequest(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        var leave = key == null || key.isBlank()
                ? intake.record(Ids.next(), paperwork.readForm(execution.getVariables(), false))
                : intake.recorded(id(execution));
        execution.setProcessBusinessKey(leave.id().toString());
        execution.removeVariables(Variables.FORM);
    }

    private void checkRules(DelegateExecution execution) {
        intake.admit(id(execution));
        write(execution);
    }

    private void refuseLeave(DelegateExecution execution) {
        intake.refuse(id(execution));
    }

    /** Also called when the task is interrupted; only a decision is read. */
    private void readDecision(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            cases.decidable(id(execution));
            paperwork.readDecision(id(execution), execution.getVariables());
        }
    }

    private void rejectLeave(DelegateExecution execution) {
        cases.reject(id(execution), String.valueOf(comment(execution)));
    }

    private void applyToRota(DelegateExecution execution) {
        var leave = cases.apply(id(execution), comment(execution));
        execution.setVariable(Variables.ALLOWED, !leave.isPending());
        forget(execution);
        write(execution);
    }

    private void remindApprovers(DelegateExecution execution) {
        cases.remind(id(execution));
    }

    private void escalateLeave(DelegateExecution execution) {
        cases.escalate(id(execution));
        offer(execution, paperwork.admins());
        write(execution);
    }

    private void expireLeave(DelegateExecution execution) {
        cases.expire(id(execution));
    }

    private void withdrawLeave(DelegateExecution execution) {
        cases.withdraw(id(execution), comment(execution));
    }

    private void giveBack(DelegateExecution execution) {
        cases.giveBack(id(execution), comment(execution));
    }

    private void announceLeaveBegun(DelegateExecution execution) {
        cases.begin(id(execution));
    }

    private void announceLeaveEnded(DelegateExecution execution) {
        cases.end(id(execution));
    }

    private void write(DelegateExecution execution) {
        execution.setVariables(paperwork.controls(id(execution)));
        paperwork.sheet(id(execution)).ifPresent(sheet -> json(execution, Variables.SHEET, sheet));
    }
}
