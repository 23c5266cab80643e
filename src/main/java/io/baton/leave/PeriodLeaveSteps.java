package io.baton.leave;

import io.baton.kernel.Ids;
import io.baton.leave.PeriodLeaveProcess.Variables;
import io.baton.workflow.ProcessScope;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code processes/period-leave.bpmn}: each reads variables, makes one call, writes variables. */
@Configuration(proxyBeanMethods = false)
class PeriodLeaveSteps extends CoverSteps {

    private final LeaveIntake intake;
    private final LeaveCases cases;
    private final PeriodLeaveCases periods;
    private final PeriodLeavePaperwork paperwork;

    PeriodLeaveSteps(
            ProcessScope scope,
            LeaveIntake intake,
            LeaveCases cases,
            PeriodLeaveCases periods,
            CoverCases covers,
            PeriodLeavePaperwork paperwork) {
        super(scope, covers, paperwork);
        this.intake = intake;
        this.cases = cases;
        this.periods = periods;
        this.paperwork = paperwork;
    }

    @Bean
    ExecutionListener periodLeaveRecordRequest() {
        return listen(this::recordRequest);
    }

    @Bean
    ExecutionListener periodLeaveReadDecision() {
        return listen(this::readDecision);
    }

    @Bean
    ExecutionListener periodLeaveReadExtensionDecision() {
        return listen(this::readExtensionDecision);
    }

    @Bean
    JavaDelegate periodLeaveSplitIntoDays() {
        return step(this::splitIntoDays);
    }

    @Bean
    JavaDelegate periodLeaveCheckRules() {
        return step(this::checkRules);
    }

    @Bean
    JavaDelegate periodLeaveRefuseLeave() {
        return step(this::refuseLeave);
    }

    @Bean
    JavaDelegate periodLeaveEndorseLeave() {
        return step(this::endorseLeave);
    }

    @Bean
    JavaDelegate periodLeaveRejectLeave() {
        return step(this::rejectLeave);
    }

    @Bean
    JavaDelegate periodLeaveApplyToRota() {
        return step(this::applyToRota);
    }

    @Bean
    JavaDelegate periodLeaveRemindApprovers() {
        return step(this::remindApprovers);
    }

    @Bean
    JavaDelegate periodLeaveEscalateLeave() {
        return step(this::escalateLeave);
    }

    @Bean
    JavaDelegate periodLeaveExpireLeave() {
        return step(this::expireLeave);
    }

    @Bean
    JavaDelegate periodLeaveGiveBack() {
        return step(this::giveBack);
    }

    @Bean
    JavaDelegate periodLeaveAnnounceLeaveBegun() {
        return step(this::announceLeaveBegun);
    }

    @Bean
    JavaDelegate periodLeaveCheckEnd() {
        return step(this::checkEnd);
    }

    @Bean
    JavaDelegate periodLeaveAnnounceLeaveEnded() {
        return step(this::announceLeaveEnded);
    }

    @Bean
    JavaDelegate periodLeaveFreeRest() {
        return step(this::freeRest);
    }

    @Bean
    JavaDelegate periodLeaveAnnounceReturn() {
        return step(this::announceReturn);
    }

    @Bean
    JavaDelegate periodLeaveCheckExtension() {
        return step(this::checkExtension);
    }

    @Bean
    JavaDelegate periodLeaveRefuseExtension() {
        return step(this::refuseExtension);
    }

    @Bean
    JavaDelegate periodLeaveRejectExtension() {
        return step(this::rejectExtension);
    }

    @Bean
    JavaDelegate periodLeaveApplyExtension() {
        return step(this::applyExtension);
    }

    @Bean
    JavaDelegate periodLeaveExpireExtension() {
        return step(this::expireExtension);
    }

    /** From Tasklist a request comes as variables only; from Baton's own pages it is recorded already. */
    private void recordRequest(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        var leave = key == null || key.isBlank()
                ? intake.record(Ids.next(), paperwork.readForm(execution.getVariables()))
                : intake.recorded(id(execution));
        execution.setProcessBusinessKey(leave.id().toString());
        execution.removeVariables(LeaveProcess.Variables.FORM);
    }

    private void readDecision(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            cases.decidable(id(execution));
            paperwork.readDecision(id(execution), execution.getVariables());
            execution.setVariable(Variables.CONFIRMATION_NEEDED, cases.needsConfirmation(id(execution)));
        }
    }

    private void readExtensionDecision(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            periods.decidable(id(execution));
            paperwork.readExtensionDecision(id(execution), execution.getVariables());
        }
    }

    private void splitIntoDays(DelegateExecution execution) {
        var split = intake.split(id(execution));
        execution.setVariable(Variables.WORKING_DAYS, split.cost().toPlainString());
    }

    private void checkRules(DelegateExecution execution) {
        intake.admit(id(execution));
        write(execution);
    }

    private void refuseLeave(DelegateExecution execution) {
        intake.refuse(id(execution));
    }

    private void endorseLeave(DelegateExecution execution) {
        cases.endorse(id(execution), comment(execution));
        forget(execution);
        write(execution);
    }

    private void rejectLeave(DelegateExecution execution) {
        cases.reject(id(execution), String.valueOf(comment(execution)));
    }

    private void applyToRota(DelegateExecution execution) {
        var leave = cases.apply(id(execution), comment(execution));
        execution.setVariable(LeaveProcess.Variables.ALLOWED, !leave.isPending());
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

    private void giveBack(DelegateExecution execution) {
        periods.giveBack(id(execution), comment(execution));
    }

    private void announceLeaveBegun(DelegateExecution execution) {
        cases.begin(id(execution));
        execution.setVariable(Variables.AWAITED_END, paperwork.end(id(execution)));
    }

    private void checkEnd(DelegateExecution execution) {
        var end = paperwork.end(id(execution));
        execution.setVariable(Variables.OVER, end.equals(execution.getVariable(Variables.AWAITED_END)));
        execution.setVariable(Variables.AWAITED_END, end);
    }

    private void announceLeaveEnded(DelegateExecution execution) {
        cases.end(id(execution));
    }

    private void freeRest(DelegateExecution execution) {
        periods.returnEarly(id(execution), paperwork.readReturn(execution.getVariables()));
        execution.setVariable(Variables.AWAITED_END, paperwork.end(id(execution)));
    }

    private void announceReturn(DelegateExecution execution) {
        periods.announceReturn(id(execution));
    }

    private void checkExtension(DelegateExecution execution) {
        boolean allowed = periods.checkExtension(id(execution));
        execution.setVariable(Variables.EXTENSION_BLOCKED, !allowed);
        writeExtension(execution, allowed);
    }

    private void refuseExtension(DelegateExecution execution) {
        periods.refuseExtension(id(execution));
    }

    private void rejectExtension(DelegateExecution execution) {
        periods.rejectExtension(id(execution), String.valueOf(comment(execution)));
        forget(execution);
    }

    private void applyExtension(DelegateExecution execution) {
        boolean applied = periods.applyExtension(id(execution), comment(execution));
        execution.setVariable(Variables.EXTENSION_ALLOWED, applied);
        forget(execution);
        writeExtension(execution, !applied);
        execution.setVariables(paperwork.controls(id(execution)));
    }

    private void expireExtension(DelegateExecution execution) {
        periods.expireExtension(id(execution));
    }

    private void write(DelegateExecution execution) {
        execution.setVariables(paperwork.controls(id(execution)));
        paperwork.sheet(id(execution)).ifPresent(sheet -> json(execution, LeaveProcess.Variables.SHEET, sheet));
    }

    private void writeExtension(DelegateExecution execution, boolean shown) {
        if (shown) {
            json(execution, Variables.EXTENSION_SHEET, paperwork.extensionSheet(id(execution)));
        }
    }
}
