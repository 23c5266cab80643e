package io.baton.leave;

import io.baton.kernel.Ids;
import io.baton.leave.PeriodLeaveProcess.Variables;
import io.baton.workflow.ProcessScope;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;

/** The steps of {@code processes/period-leave.bpmn} that look for whoever takes a shift over. */
abstract class CoverSteps extends RequestSteps {

    private final CoverCases covers;
    private final PeriodLeavePaperwork paperwork;

    CoverSteps(ProcessScope scope, CoverCases covers, PeriodLeavePaperwork paperwork) {
        super(scope);
        this.covers = covers;
        this.paperwork = paperwork;
    }

    @Bean
    ExecutionListener periodLeaveReadCoverDecision() {
        return listen(this::readCoverDecision);
    }

    @Bean
    JavaDelegate periodLeaveFindShortShifts() {
        return step(this::findShortShifts);
    }

    @Bean
    JavaDelegate periodLeaveRankCandidates() {
        return step(this::rankCandidates);
    }

    @Bean
    JavaDelegate periodLeaveOfferCover() {
        return step(this::offerCover);
    }

    @Bean
    JavaDelegate periodLeaveAssignCover() {
        return step(this::assignCover);
    }

    @Bean
    JavaDelegate periodLeaveExpireOffer() {
        return step(this::expireOffer);
    }

    @Bean
    JavaDelegate periodLeaveLeaveShiftOpen() {
        return step(this::leaveShiftOpen);
    }

    private void readCoverDecision(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            covers.decidable(cover(execution), execution.getParentActivityInstanceId());
            paperwork.readCoverDecision(id(execution), execution.getVariables());
        }
    }

    private void findShortShifts(DelegateExecution execution) {
        var opened = covers.open(id(execution));
        execution.setVariable(
                Variables.COVERS,
                String.join(",", opened.stream().map(UUID::toString).toList()));
        execution.setVariable(Variables.COVER_COUNT, opened.size());
    }

    private void rankCandidates(DelegateExecution execution) {
        var cover = coverSearched(execution);
        var choices = covers.rank(cover, execution.getParentActivityInstanceId());
        var paper = paperwork.cover(cover, choices);
        execution.setVariablesLocal(Map.of(
                Variables.COVER_UNTIL, paper.until(),
                Variables.COVER_SHEET, json(paper.sheet()),
                Variables.CANDIDATES, json(paper.candidates())));
    }

    private void offerCover(DelegateExecution execution) {
        var cover = covers.offer(cover(execution), String.valueOf(execution.getVariable(Variables.CANDIDATE)));
        execution.setVariableLocal(
                Variables.OFFER_UNTIL, CoverCases.offeredUntil(cover).toString());
        execution.removeVariables(Variables.COVER_FORM);
    }

    private void assignCover(DelegateExecution execution) {
        boolean accepted = Boolean.TRUE.equals(execution.getVariable(Variables.ACCEPTED));
        execution.setVariableLocal(Variables.COVERED, covers.answer(cover(execution), accepted, comment(execution)));
    }

    private void expireOffer(DelegateExecution execution) {
        covers.expireOffer(cover(execution));
    }

    private void leaveShiftOpen(DelegateExecution execution) {
        covers.leaveOpen(cover(execution), comment(execution));
        execution.removeVariables(Variables.COVER_FORM);
    }

    /** The cover that this of several equal parts of the process is for. */
    private static UUID coverSearched(DelegateExecution execution) {
        if (execution.getVariable(Variables.COVER) == null) {
            var number = (Integer) execution.getVariable(Variables.NUMBER);
            var all = String.valueOf(execution.getVariable(Variables.COVERS)).split(",");
            execution.setVariableLocal(Variables.COVER, all[number]);
        }
        return cover(execution);
    }

    private static UUID cover(DelegateExecution execution) {
        return Ids.parse(String.valueOf(execution.getVariable(Variables.COVER)), Covers.UNKNOWN);
    }
}
