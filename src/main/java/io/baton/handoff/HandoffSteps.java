package io.baton.handoff;

import io.baton.handoff.HandoffProcess.Variables;
import io.baton.workflow.ProcessScope;
import io.baton.workflow.ProcessSteps;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HandoffSteps extends ProcessSteps {

    private final HandoffWork work;

    HandoffSteps(ProcessScope scope, HandoffWork work) {
        super(scope);
        this.work = work;
    }

    @Bean
    JavaDelegate handoffFindOnDuty() {
        return step(this::findOnDuty);
    }

    @Bean
    JavaDelegate handoffScoreAgents() {
        return step(this::scoreAgents);
    }

    @Bean
    JavaDelegate handoffOfferToAgent() {
        return step(this::offerToAgent);
    }

    @Bean
    JavaDelegate handoffReturnToQueue() {
        return step(this::returnToQueue);
    }

    @Bean
    JavaDelegate handoffRecordMiss() {
        return step(this::recordMiss);
    }

    @Bean
    JavaDelegate handoffWithdrawOffer() {
        return step(this::withdrawOffer);
    }

    @Bean
    JavaDelegate handoffOpenTicket() {
        return step(this::openTicket);
    }

    @Bean
    JavaDelegate handoffOpenConversation() {
        return step(this::openConversation);
    }

    @Bean
    JavaDelegate handoffPauseHandoff() {
        return step(this::pauseHandoff);
    }

    @Bean
    JavaDelegate handoffResumeHandoff() {
        return step(this::resumeHandoff);
    }

    @Bean
    JavaDelegate handoffWarnAgent() {
        return step(this::warnAgent);
    }

    @Bean
    JavaDelegate handoffCheckShift() {
        return step(this::checkShift);
    }

    @Bean
    JavaDelegate handoffRequeueAtFront() {
        return step(this::requeueAtFront);
    }

    @Bean
    JavaDelegate handoffReleaseSeat() {
        return step(this::releaseSeat);
    }

    @Bean
    JavaDelegate handoffOfferTransfer() {
        return step(this::offerTransfer);
    }

    @Bean
    JavaDelegate handoffMoveConversation() {
        return step(this::moveConversation);
    }

    @Bean
    JavaDelegate handoffReturnToSender() {
        return step(this::returnToSender);
    }

    @Bean
    JavaDelegate handoffRaisePriority() {
        return step(this::raisePriority);
    }

    @Bean
    JavaDelegate handoffCallManagers() {
        return step(this::callManagers);
    }

    @Bean
    JavaDelegate handoffRemindManagers() {
        return step(this::remindManagers);
    }

    @Bean
    JavaDelegate handoffApplyStepIn() {
        return step(this::applyStepIn);
    }

    private void findOnDuty(DelegateExecution execution) {
        execution.setVariable(Variables.ON_DUTY, work.matching().anyoneOnDutyFor(id(execution)));
    }

    private void scoreAgents(DelegateExecution execution) {
        var match = work.matching().match(id(execution));
        execution.setVariable(Variables.AGENT_FREE, match.found());
        execution.setVariable(Variables.AUTO_ACCEPT, match.auto());
    }

    private void offerToAgent(DelegateExecution execution) {
        work.offers().ask(id(execution));
    }

    private void returnToQueue(DelegateExecution execution) {
        var withdrawn = Boolean.TRUE.equals(execution.getVariable(Variables.WITHDRAWN));
        var outcome = withdrawn ? OfferOutcome.WITHDRAWN : OfferOutcome.REJECTED;
        work.offers().putBack(id(execution), outcome);
    }

    private void recordMiss(DelegateExecution execution) {
        work.offers().miss(id(execution));
    }

    private void withdrawOffer(DelegateExecution execution) {
        work.serving().cancel(id(execution), (String) execution.getVariable(Variables.REASON));
    }

    private void openTicket(DelegateExecution execution) {
        work.serving().ticket(id(execution));
    }

    private void openConversation(DelegateExecution execution) {
        work.serving().open(id(execution));
    }

    private void pauseHandoff(DelegateExecution execution) {
        work.serving().pause(id(execution));
        give(execution, work.terms().ofLostAgent());
    }

    private void resumeHandoff(DelegateExecution execution) {
        work.serving().resume(id(execution));
    }

    private void requeueAtFront(DelegateExecution execution) {
        var why = text(execution, Variables.LEFT_BECAUSE);
        var until = work.serving().requeue(id(execution), why == null ? "agent_lost" : why);
        execution.setVariable(Variables.GIVE_UP_AT, Date.from(until));
    }

    private void warnAgent(DelegateExecution execution) {
        work.drain().warn(id(execution));
        give(execution, work.terms().ofDrain());
    }

    private void checkShift(DelegateExecution execution) {
        execution.setVariable(Variables.OFF_SHIFT, work.drain().isOver(id(execution)));
        execution.setVariable(Variables.LEFT_BECAUSE, "shift_over");
    }

    private void releaseSeat(DelegateExecution execution) {
        var reason = (String) execution.getVariable(Variables.REASON);
        work.serving().complete(id(execution), reason == null ? "customer_gone" : reason);
    }

    private void offerTransfer(DelegateExecution execution) {
        var target = TransferTarget.parse((String) execution.getVariable(Variables.TARGET));
        var asked = work.transfers().passOn(id(execution), target);
        give(execution, work.terms().ofTransfer());
        execution.setVariable(Variables.TARGET_FREE, asked.found());
        execution.setVariable(Variables.AUTO_ACCEPT, asked.auto());
        execution.setVariable(Variables.QUEUED, asked.queued());
        execution.setVariable(Variables.TRANSFER_OUTCOME, OfferOutcome.MISSED.name());
    }

    private void moveConversation(DelegateExecution execution) {
        work.transfers().move(id(execution));
    }

    private void returnToSender(DelegateExecution execution) {
        var outcome = OfferOutcome.valueOf((String) execution.getVariable(Variables.TRANSFER_OUTCOME));
        work.transfers().sendBack(id(execution), outcome);
    }

    private void raisePriority(DelegateExecution execution) {
        work.escalations().raise(id(execution));
    }

    private void callManagers(DelegateExecution execution) {
        var waiting = work.escalations().call(id(execution));
        execution.setVariables(work.terms().ofStepIn(waiting));
        execution.setVariable(Variables.AGENT_OPTIONS, json(work.escalations().agentOptions(waiting.id())));
    }

    private void remindManagers(DelegateExecution execution) {
        work.escalations().remind(id(execution));
    }

    private void applyStepIn(DelegateExecution execution) {
        var decision = new StepIn(
                String.valueOf(execution.getVariable(Variables.ACTION)),
                text(execution, Variables.AGENT),
                text(execution, Variables.COMMENT));
        execution.setVariable(
                Variables.ACTION,
                work.escalations().decide(id(execution), decision).name());
    }

    /** What an instance has already stays: it began when all was given at the start, or an operator has changed it. */
    private static void give(DelegateExecution execution, Map<String, Object> terms) {
        terms.forEach((name, value) -> {
            if (!execution.hasVariable(name)) {
                execution.setVariable(name, value);
            }
        });
    }

    static UUID id(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}
