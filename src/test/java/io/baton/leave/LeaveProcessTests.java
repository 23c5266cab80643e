package io.baton.leave;

import static io.baton.leave.LeaveWorld.admin;
import static io.baton.leave.LeaveWorld.agent;
import static io.baton.leave.LeaveWorld.freeDay;
import static io.baton.leave.LeaveWorld.half;
import static io.baton.leave.LeaveWorld.manager;
import static io.baton.leave.LeaveWorld.wholeDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.Half;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process on the real engine: which way each case goes, and which way it does not. */
class LeaveProcessTests extends LeaveScene {

    @Autowired
    private LeaveProcess process;

    LeaveProcessTests() {
        super(LeaveProcess.ID);
    }

    @Test
    void approvesAndTakesLeave() {
        var day = freeDay();
        world.works("kf001", day, "early");
        var leave = ask("kf001", wholeDay(day));

        decide(manager(), leave, true, "好的");

        assertThat(read(leave).state()).isEqualTo(LeaveState.APPROVED);
        assertThat(statuses("kf001", day)).containsExactly(Assignment.Status.LEAVE);
        fire(leave, "LeaveTimeReached");
        assertThat(read(leave).progress().begun()).isTrue();
        fire(leave, "LeaveTimePassed");
        assertThat(read(leave).progress().outcome()).isEqualTo(LeaveOutcome.TAKEN);
        assertEndedAt(leave, "LeaveTaken");
        assertThat(passed(leave))
                .contains("CheckRules", "ApproveLeave", "ApplyToRota", "AnnounceLeaveBegun", "AnnounceLeaveEnded")
                .doesNotContain("RefuseLeave", "RejectLeave", "GiveBack", "ExpireLeave", "WithdrawLeave");
    }

    @Test
    void refusesByRuleWithoutAskingAnybody() {
        var day = LocalDate.now(LeaveWorld.ZONE).minusDays(1);

        var leave = ask("kf001", wholeDay(day));

        assertThat(leave.progress().outcome()).isEqualTo(LeaveOutcome.REFUSED_BY_RULE);
        assertThat(leave.progress().findings())
                .extracting(finding -> finding.reason().code())
                .contains("leave_in_past");
        assertEndedAt(leave, "LeaveRefusedByRule");
        assertThat(passed(leave)).contains("RefuseLeave").doesNotContain("ApproveLeave");
    }

    @Test
    void rejectsWithAComment() {
        var day = freeDay();
        world.works("kf001", day, "early");
        var leave = ask("kf001", wholeDay(day));

        decide(manager(), leave, false, "人手不足");

        assertThat(read(leave).progress().outcome()).isEqualTo(LeaveOutcome.REJECTED);
        assertThat(statuses("kf001", day)).containsExactly(Assignment.Status.ACTIVE);
        assertEndedAt(leave, "LeaveRejected");
        assertThat(passed(leave)).contains("RejectLeave").doesNotContain("ApplyToRota");
    }

    @Test
    void remindsOnceAndWaitsOn() {
        var leave = ask("kf001", wholeDay(freeDay()));

        fire(leave, "ReminderPassed");

        assertThat(read(leave).isPending()).isTrue();
        assertThat(task(leave)).isNotNull();
        assertThat(passed(leave))
                .contains("RemindApprovers", "ApproversReminded")
                .doesNotContain("EscalateLeave");
    }

    @Test
    void escalatesToTheAdministrators() {
        var leave = ask("kf001", wholeDay(freeDay()));
        assertThat(groups(leave)).containsExactly("acme.ticketing.managers");

        fire(leave, "EscalationPassed");

        assertThat(groups(leave)).containsExactlyInAnyOrder("acme.ticketing.managers", "acme.admins");
        assertThat(read(leave).progress().escalated()).isTrue();
        decide(admin(), leave, true, null);
        assertThat(passed(leave)).contains("EscalateLeave", "LeaveEscalated").doesNotContain("RemindApprovers");
    }

    @Test
    void expiresWhenNobodyDecides() {
        var leave = ask("kf001", half(LeaveType.ANNUAL, freeDay(), Half.MORNING));
        assertThat(reserved("kf001", leave)).isEqualByComparingTo("0.5");

        fire(leave, "TimePassed");

        assertThat(read(leave).progress().outcome()).isEqualTo(LeaveOutcome.EXPIRED);
        assertThat(reserved("kf001", leave)).isEqualByComparingTo("0");
        assertEndedAt(leave, "LeaveExpired");
        assertThat(passed(leave)).contains("ExpireLeave").doesNotContain("Approved", "WithdrawLeave");
    }

    @Test
    void withdrawsBeforeItIsDecided() {
        var leave = ask("kf001", wholeDay(freeDay()));

        world.as(agent("kf001"), () -> process.withdraw(leave.id(), "不用了"));

        assertThat(read(leave).progress().outcome()).isEqualTo(LeaveOutcome.WITHDRAWN);
        assertEndedAt(leave, "LeaveWithdrawn");
        assertThat(passed(leave)).contains("WithdrawLeave").doesNotContain("GiveBack", "RejectLeave");
    }

    @Test
    void givesAnApprovedLeaveBack() {
        var day = freeDay();
        world.works("kf002", day, "early");
        var leave = ask("kf002", half(LeaveType.ANNUAL, day, Half.AFTERNOON));
        decide(manager(), leave, true, null);
        assertThat(statuses("kf002", day)).containsExactly(Assignment.Status.ACTIVE, Assignment.Status.LEAVE);
        assertThat(used("kf002", leave)).isEqualByComparingTo("0.5");

        world.as(agent("kf002"), () -> process.withdraw(leave.id(), null));

        assertThat(read(leave).state()).isEqualTo(LeaveState.CANCELLED);
        assertThat(statuses("kf002", day)).containsExactly(Assignment.Status.ACTIVE);
        assertThat(shifts("kf002", day).getFirst().during().duration()).hasHours(8);
        assertThat(used("kf002", leave)).isEqualByComparingTo("0");
        assertEndedAt(leave, "LeaveWithdrawn");
        assertThat(passed(leave)).contains("GiveBack").doesNotContain("WithdrawLeave", "AnnounceLeaveBegun");
    }

    @Test
    void comesBackToTheApproverWhenTheRotaHasChanged() {
        var day = freeDay();
        world.works("kf003", day, "early");
        var leave = ask("kf003", wholeDay(day));
        var swap = Ids.next();
        world.as(
                admin(),
                () -> locks.hold(List.of(new AssignmentLocks.Lock(
                        shifts("kf003", day).getFirst().id(), "test", swap, "S-20261122-000001"))));

        var held = decide(manager(), leave, true, null);

        assertThat(held.isPending()).isTrue();
        assertThat(held.progress().findings())
                .extracting(finding -> finding.reason().code())
                .contains("shift_locked");
        assertThat(tasks.getVariable(task(leave).getId(), "sheet").toString()).contains("S-20261122-000001");
        assertThat(tasks.getVariable(task(leave).getId(), "decision")).isNull();
        assertThat(statuses("kf003", day)).containsExactly(Assignment.Status.ACTIVE);

        world.as(admin(), () -> {
            locks.release(swap);
            return true;
        });
        assertThat(decide(manager(), leave, true, null).state()).isEqualTo(LeaveState.APPROVED);
    }

    @Test
    void cannotBeWithdrawnOnceItHasBegun() {
        var leave = ask("kf001", wholeDay(freeDay()));
        decide(manager(), leave, true, null);
        fire(leave, "LeaveTimeReached");

        assertProblem("leave_begun", () -> world.as(agent("kf001"), () -> process.withdraw(leave.id(), null)));
    }

    @Test
    void refusesAFormWhoseShownPartsWereChanged() {
        var leave = ask("kf001", wholeDay(freeDay()));

        for (var tampered : Map.<String, Object>of(
                        "sheet", "{}", "beginsAt", "2000-01-01T00:00:00Z", "managersGroup", "x", "anything", 1)
                .entrySet()) {
            assertRefused(manager(), leave, Map.of("decision", "approved", tampered.getKey(), tampered.getValue()));
        }
        assertThat(read(leave).isPending()).isTrue();
        assertThat(tasks.getVariable(task(leave).getId(), "sheet").toString()).contains(leave.number());
    }

    @Test
    void refusesAFormWithoutADecisionOrAReason() {
        var leave = ask("kf001", wholeDay(freeDay()));

        assertRefused(manager(), leave, Map.of());
        assertRefused(manager(), leave, Map.of("decision", "perhaps"));
        assertRefused(manager(), leave, Map.of("decision", "rejected"));
        assertRefused(manager(), leave, Map.of("decision", "rejected", "comment", "  "));
        assertThat(read(leave).isPending()).isTrue();
    }

    @Test
    void letsOnlyApproversComplete() {
        var leave = ask("kf001", wholeDay(freeDay()));
        var form = Map.<String, Object>of("decision", "approved");

        assertRefused(agent("kf001"), leave, form);
        assertRefused(agent("kf002"), leave, form);
        assertRefused(LeaveWorld.otherManager(), leave, form);
        assertRefused(LeaveWorld.auditor(), leave, form);
        assertRefused(Actor.system(LeaveWorld.ACME), leave, form);
        assertThat(read(leave).isPending()).isTrue();
    }

    @Test
    void decidesInTasklistAsOverHttp() {
        var day = freeDay();
        world.works("kf004", day, "early");
        var leave = ask("kf004", wholeDay(day));

        complete(manager(), leave, Map.of("decision", "approved", "comment", "同意"));

        assertThat(read(leave).state()).isEqualTo(LeaveState.APPROVED);
        assertThat(statuses("kf004", day)).containsExactly(Assignment.Status.LEAVE);
    }

    @Test
    void asksTheAdministratorsAboutAManager() {
        var leave = world.as(manager(), () -> process.request(wholeDay(freeDay())));
        remember(leave);

        assertThat(groups(leave)).containsExactly("acme.admins");
        assertProblem("leave_own_request", () -> decide(manager(), leave, true, null));
        assertThat(decide(admin(), leave, true, null).state()).isEqualTo(LeaveState.APPROVED);
    }

    @Test
    void startsFromAFormInTasklist() {
        var day = freeDay();
        var before = instanceIds();

        world.as(manager(), () -> startByForm(form(day)));

        var key = instanceIds().stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
        var leave = world.as(admin(), () -> leaves.get(UUID.fromString(key)));
        remember(leave);
        assertThat(leave.form()).isEqualTo(wholeDay(day));
        assertThat(runtime.getVariables(task(leave).getProcessInstanceId())).doesNotContainKey("reason");
    }

    @Test
    void refusesAStartFormWithWrongFields() {
        for (var wrong : List.of(
                Map.<String, Object>of("type", "HOLIDAY"),
                Map.<String, Object>of("startDate", "tomorrow"),
                Map.<String, Object>of("endDate", "2000-01-01"),
                Map.<String, Object>of("reason", " "),
                Map.<String, Object>of("managersGroup", "acme.agents"))) {
            var form = new HashMap<>(form(freeDay()));
            form.putAll(wrong);
            assertThatThrownBy(() -> world.as(manager(), () -> startByForm(form)))
                    .isInstanceOf(ProcessEngineException.class);
        }
    }

    @Test
    void refusesASecondProcessForARequest() {
        var leave = ask("kf001", wholeDay(freeDay()));

        assertThatThrownBy(() -> world.as(
                        agent("kf001"),
                        () -> runtime.createProcessInstanceByKey("leave")
                                .processDefinitionTenantId("acme")
                                .businessKey(leave.id().toString())
                                .execute()))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void answersTheSameDecisionTwiceAlikeAndRefusesAnother() {
        var leave = ask("kf001", wholeDay(freeDay()));
        decide(manager(), leave, true, null);

        assertThat(decide(manager(), leave, true, null).state()).isEqualTo(LeaveState.APPROVED);
        assertProblem("leave_decided", () -> decide(manager(), leave, false, "改主意"));
        assertProblem("leave_decided", () -> decide(admin(), leave, true, null));
    }

    private Map<String, Object> form(LocalDate day) {
        return Map.of(
                "type", "PERSONAL",
                "startDate", day.toString(),
                "startPeriod", "MORNING",
                "endDate", day.toString(),
                "endPeriod", "AFTERNOON",
                "reason", "搬家");
    }

    private boolean startByForm(Map<String, Object> form) {
        runtime.createProcessInstanceByKey("leave")
                .processDefinitionTenantId("acme")
                .setVariables(form)
                .execute();
        return true;
    }

    private Set<String> instanceIds() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("leave").list().stream()
                .map(instance -> String.valueOf(instance.getBusinessKey()))
                .collect(Collectors.toSet());
    }
}
