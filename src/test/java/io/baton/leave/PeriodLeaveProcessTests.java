package io.baton.leave;

import static io.baton.leave.LeaveWorld.admin;
import static io.baton.leave.LeaveWorld.agent;
import static io.baton.leave.LeaveWorld.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Ids;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import io.baton.rota.Staffing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process on the real engine: which way each case goes, and which way it does not. */
class PeriodLeaveProcessTests extends LeaveScene {

    @Autowired
    private PeriodLeaveProcess process;

    @Autowired
    private Covers covers;

    @Autowired
    private Staffing staffing;

    PeriodLeaveProcessTests() {
        super(PeriodLeaveProcess.ID);
    }

    @Test
    void countsWorkingDaysAppliesThemAllAndEnds() {
        var monday = LeaveWorld.freeWeek();
        works("kf001", monday.plusDays(1), monday.plusDays(2), monday.plusDays(5));
        var leave = ask("kf001", LeaveType.ANNUAL, monday.plusDays(1), Half.MORNING, monday.plusDays(7), Half.MORNING);
        assertThat(leave.cost()).isEqualByComparingTo("4.5");
        assertThat(reserved("kf001", leave)).isEqualByComparingTo("4.5");

        decide(manager(), leave, true, "好的");
        decide(admin(), leave, true, null);

        assertThat(read(leave).state()).isEqualTo(LeaveState.APPROVED);
        assertThat(used("kf001", leave)).isEqualByComparingTo("4.5");
        for (var day : List.of(monday.plusDays(1), monday.plusDays(2), monday.plusDays(5))) {
            assertThat(statuses("kf001", day)).containsExactly(Assignment.Status.LEAVE);
        }
        fire(leave, "LeaveTimeReached");
        fire(leave, "LeaveTimePassed");
        assertThat(read(leave).progress().outcome()).isEqualTo(LeaveOutcome.TAKEN);
        assertEndedAt(leave, "LeaveTaken");
        assertThat(passed(leave))
                .contains("SplitIntoDays", "EndorseLeave", "ConfirmLeave", "ApplyToRota", "FindShortShifts")
                .doesNotContain("RankCandidates", "GiveBack", "FreeRest", "RejectLeave");
    }

    @Test
    void needsNoAdministratorForAShortOne() {
        var leave = threeDays("kf001", LeaveWorld.freeWeek());

        decide(manager(), leave, true, null);

        assertThat(read(leave).state()).isEqualTo(LeaveState.APPROVED);
        assertThat(passed(leave)).doesNotContain("EndorseLeave", "ConfirmLeave");
    }

    @Test
    void asksAnAdministratorOnceEvenWhenTheAdministratorDecidesFirst() {
        var leave = wholeWeek("kf001");

        decide(admin(), leave, true, null);

        assertThat(read(leave).state()).isEqualTo(LeaveState.APPROVED);
        assertThat(passed(leave)).doesNotContain("EndorseLeave", "ConfirmLeave");
    }

    @Test
    void keepsTheLastWordForAnAdministrator() {
        var leave = wholeWeek("kf002");
        var endorsed = decide(manager(), leave, true, "人手够");
        assertThat(endorsed.isPending()).isTrue();
        assertThat(Objects.requireNonNull(endorsed.progress().endorsed()).by()).isEqualTo("ticketing.manager");
        assertThat(decide(manager(), leave, true, "人手够").isPending()).isTrue();
        assertThat(tasks.getVariable(only(leave, "ConfirmLeave").getId(), "sheet")
                        .toString())
                .contains("已同意");
        assertProblem("forbidden", () -> decide(manager(), leave, false, "改主意"));
        fire(leave, "ConfirmationReminderPassed");

        decide(admin(), leave, false, "旺季");

        assertThat(read(leave).progress().outcome()).isEqualTo(LeaveOutcome.REJECTED);
        assertEndedAt(leave, "LeaveRejected");
        assertThat(passed(leave)).contains("EndorseLeave", "RemindApprovers").doesNotContain("ApplyToRota");
    }

    @Test
    void refusesByRuleWithoutAskingAnybody() {
        var past = LocalDate.now(LeaveWorld.ZONE).minusDays(3);

        var leave = ask("kf001", LeaveType.PERSONAL, past, Half.MORNING, past.plusDays(2), Half.AFTERNOON);

        assertThat(leave.progress().outcome()).isEqualTo(LeaveOutcome.REFUSED_BY_RULE);
        assertEndedAt(leave, "LeaveRefusedByRule");
        assertThat(passed(leave)).contains("RefuseLeave").doesNotContain("ApproveLeave");
    }

    @Test
    void remindsEscalatesAndExpires() {
        var leave = threeDays("kf003", LeaveType.ANNUAL, LeaveWorld.freeWeek());

        fire(leave, "ReminderPassed");
        fire(leave, "EscalationPassed");
        assertThat(groups(leave)).containsExactlyInAnyOrder("acme.ticketing.managers", "acme.admins");
        fire(leave, "TimePassed");

        assertThat(read(leave).progress().outcome()).isEqualTo(LeaveOutcome.EXPIRED);
        assertThat(reserved("kf003", leave)).isEqualByComparingTo("0");
        assertEndedAt(leave, "LeaveExpired");
        assertThat(passed(leave))
                .contains("ApproversReminded", "LeaveEscalated")
                .doesNotContain("DecisionMade");
    }

    @Test
    void comesBackToTheApproverWhenTheRotaHasChanged() {
        var monday = LeaveWorld.freeWeek();
        works("kf004", monday);
        var leave = threeDays("kf004", monday);
        var swap = Ids.next();
        world.as(
                admin(),
                () -> locks.hold(List.of(new AssignmentLocks.Lock(
                        shifts("kf004", monday).getFirst().id(), "test", swap, "S-20261122-000002"))));

        assertThat(decide(manager(), leave, true, null).isPending()).isTrue();
        assertThat(statuses("kf004", monday)).containsExactly(Assignment.Status.ACTIVE);

        world.as(admin(), () -> {
            locks.release(swap);
            return true;
        });
        assertThat(decide(manager(), leave, true, null).state()).isEqualTo(LeaveState.APPROVED);
    }

    @Test
    void isWithdrawnBeforeAndAfterTheDecision() {
        var monday = LeaveWorld.freeWeek();
        works("kf002", monday, monday.plusDays(2));
        var pending = threeDays("kf002", LeaveType.ANNUAL, monday);
        world.as(agent("kf002"), () -> process.withdraw(pending.id(), "不用了"));
        assertThat(reserved("kf002", pending)).isEqualByComparingTo("0");
        assertEndedAt(pending, "LeaveWithdrawn");

        var approved = threeDays("kf002", LeaveType.ANNUAL, monday);
        decide(manager(), approved, true, null);
        assertThat(used("kf002", approved)).isEqualByComparingTo("3");
        world.as(agent("kf002"), () -> process.withdraw(approved.id(), null));

        assertThat(read(approved).progress().outcome()).isEqualTo(LeaveOutcome.WITHDRAWN);
        assertThat(used("kf002", approved)).isEqualByComparingTo("0");
        assertThat(statuses("kf002", monday)).containsExactly(Assignment.Status.ACTIVE);
        assertThat(statuses("kf002", monday.plusDays(2))).containsExactly(Assignment.Status.ACTIVE);
        assertThat(passed(approved)).contains("GiveBack").doesNotContain("AnnounceLeaveBegun");
    }

    @Test
    void returnsEarlyInTheMiddleOfADay() {
        var monday = LeaveWorld.freeWeek();
        works("kf005", monday, monday.plusDays(1), monday.plusDays(2));
        var leave = threeDays("kf005", LeaveType.ANNUAL, monday);
        decide(manager(), leave, true, null);
        assertProblem("leave_not_begun", () -> back("kf005", leave, monday.plusDays(1), Half.AFTERNOON));
        fire(leave, "LeaveTimeReached");
        assertProblem("forbidden", () -> back("kf006", leave, monday.plusDays(1), Half.AFTERNOON));
        assertProblem("invalid", () -> back("kf005", leave, monday, Half.MORNING));
        assertProblem("invalid", () -> back("kf005", leave, monday.plusDays(3), Half.MORNING));

        var returned = back("kf005", leave, monday.plusDays(1), Half.AFTERNOON);

        assertThat(returned.progress().outcome()).isEqualTo(LeaveOutcome.RETURNED_EARLY);
        assertThat(returned.cost()).isEqualByComparingTo("1.5");
        assertThat(used("kf005", leave)).isEqualByComparingTo("1.5");
        assertThat(statuses("kf005", monday)).containsExactly(Assignment.Status.LEAVE);
        assertThat(statuses("kf005", monday.plusDays(1)))
                .containsExactly(Assignment.Status.LEAVE, Assignment.Status.ACTIVE);
        assertThat(statuses("kf005", monday.plusDays(2))).containsExactly(Assignment.Status.ACTIVE);
        assertThat(world.as(admin(), () -> rota.away("kf005", monday.plusDays(1), Half.AFTERNOON)))
                .isFalse();
        fire(leave, "ReturnTimeReached");
        assertEndedAt(leave, "LeaveReturnedEarly");
        assertThat(passed(leave)).contains("FreeRest", "AnnounceReturn").doesNotContain("AnnounceLeaveEnded");
        assertProblem("leave_over", () -> back("kf005", leave, monday.plusDays(1), Half.MORNING));
    }

    @Test
    void takesLeaveOverNewYearFromTheYearsOfItsDaysAndGivesThemBackThere(@Autowired LeaveCalendar calendar) {
        int year = LocalDate.now(LeaveWorld.ZONE).getYear() + 6;
        var monday = LocalDate.of(year, 12, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var leave = ask("kf008", LeaveType.ANNUAL, monday, Half.MORNING, monday.plusDays(8), Half.MORNING);
        var cost =
                world.as(admin(), () -> calendar.split(leave.form()).yearly()).days();
        assertThat(cost).containsOnlyKeys(year, year + 1);
        assertThat(annual("kf008", year).reserved()).isEqualByComparingTo(cost.get(year));
        assertThat(annual("kf008", year + 1).reserved()).isEqualByComparingTo(cost.get(year + 1));

        decide(manager(), leave, true, null);
        if (read(leave).isPending()) {
            decide(admin(), leave, true, null);
        }
        assertThat(annual("kf008", year).used()).isEqualByComparingTo(cost.get(year));
        assertThat(annual("kf008", year + 1).used()).isEqualByComparingTo(cost.get(year + 1));
        fire(leave, "LeaveTimeReached");
        back("kf008", leave, LocalDate.of(year + 1, 1, 1), Half.MORNING);

        assertThat(annual("kf008", year).used()).isEqualByComparingTo(cost.get(year));
        assertThat(annual("kf008", year + 1).used()).isZero();
        fire(leave, "ReturnTimeReached");
    }

    private Balance annual(String person, int year) {
        return world.as(admin(), () -> ledger.of(person, LeaveType.ANNUAL, year));
    }

    @Test
    void staysAwayLongerWhenApproved() {
        var monday = LeaveWorld.freeWeek();
        works("kf006", monday, monday.plusDays(3), monday.plusDays(4));
        var leave = begun(threeDays("kf006", LeaveType.ANNUAL, monday));
        assertProblem("invalid", () -> extend("kf006", leave, monday.plusDays(1)));
        assertProblem("forbidden", () -> extend("kf007", leave, monday.plusDays(4)));

        var asked = extend("kf006", leave, monday.plusDays(4));
        assertThat(asked.progress().extension()).isNotNull();
        assertProblem("extension_pending", () -> extend("kf006", leave, monday.plusDays(4)));
        assertProblem("leave_own_request", () -> decideExtension("kf006", leave, true));
        var locked = hold("kf006", monday.plusDays(3));
        assertThat(decideExtension(null, leave, true).progress().extension()).isNotNull();
        world.as(admin(), () -> {
            locks.release(locked);
            return true;
        });
        var extended = decideExtension(null, leave, true);

        assertThat(extended.progress().extension()).isNull();
        assertThat(extended.form().span().end()).isEqualTo(monday.plusDays(4));
        assertThat(extended.cost()).isEqualByComparingTo("5");
        assertThat(used("kf006", leave)).isEqualByComparingTo("5");
        assertThat(statuses("kf006", monday.plusDays(3))).containsExactly(Assignment.Status.LEAVE);
        fire(leave, "LeaveTimePassed");
        assertThat(read(leave).progress().outcome()).isEqualTo(LeaveOutcome.APPROVED);
        fire(leave, "LeaveTimePassed");
        assertEndedAt(leave, "LeaveTaken");
        assertThat(passed(leave)).contains("MoreShiftsTaken", "LeaveExtended").doesNotContain("RefuseExtension");
    }

    @Test
    void endsAsApprovedWhenMoreIsRefusedRejectedOrTooLate() {
        var monday = LeaveWorld.freeWeek();
        var leave = begun(threeDays("kf007", monday));
        var other = threeDays("kf007", monday.plusDays(7));

        var refused = extend("kf007", leave, monday.plusDays(8));
        assertThat(refused.progress().extension()).isNull();
        assertThat(refused.progress().findings())
                .extracting(finding -> finding.reason().code())
                .contains("leave_overlap");
        world.as(agent("kf007"), () -> process.withdraw(other.id(), null));
        extend("kf007", leave, monday.plusDays(4));
        assertThat(decideExtension(null, leave, false).progress().extension()).isNull();
        extend("kf007", leave, monday.plusDays(4));
        fire(leave, "ExtensionTimePassed");

        assertThat(read(leave).progress().extension()).isNull();
        assertThat(read(leave).form().span().end()).isEqualTo(monday.plusDays(2));
        assertThat(read(leave).cost()).isEqualByComparingTo("3");
        fire(leave, "LeaveTimePassed");
        assertEndedAt(leave, "LeaveTaken");
        assertThat(passed(leave))
                .contains("ExtensionRefused", "ExtensionRejected", "ExtensionExpired")
                .doesNotContain("ApplyExtension");
    }

    @Test
    void findsACoverWhoAccepts() {
        var monday = LeaveWorld.freeWeek();
        wants(monday, 1);
        works("kf001", monday);
        var leave = threeDays("kf001", monday);
        decide(manager(), leave, true, null);
        var cover = onlyCover(leave);
        var choices = world.as(manager(), () -> covers.choices(cover));
        assertThat(choices).isNotEmpty().extracting(CoverChoice::id).doesNotContain("kf001");
        assertThat(choices.getFirst().parts())
                .extracting(CoverChoice.Part::part)
                .containsExactly("fairness", "hours", "rest", "skill");
        assertProblem("invalid", () -> world.as(manager(), () -> process.offerCover(cover.id(), "kf001")));
        assertProblem("forbidden", () -> world.as(agent("kf002"), () -> process.offerCover(cover.id(), "kf002")));
        assertProblem("cover_decided", () -> answer("kf002", cover, true));

        world.as(manager(), () -> process.offerCover(cover.id(), "kf002"));
        assertProblem("forbidden", () -> answer("kf003", cover, true));
        var taken = answer("kf002", cover, true);

        assertThat(taken.state()).isEqualTo(CoverState.COVERED);
        var shift = shifts("kf002", monday).getFirst();
        assertThat(shift.status()).isEqualTo(Assignment.Status.ACTIVE);
        assertThat(shift.replaces()).isEqualTo(cover.place().assignmentId());
        assertThat(passed(leave)).contains("CoverTaken", "ShiftsLookedAfter").doesNotContain("LeaveShiftOpen");
    }

    @Test
    void asksTheNextWhenOneDeclinesOrDoesNotAnswer() {
        var monday = LeaveWorld.freeWeek();
        wants(monday, 1);
        works("kf001", monday);
        var leave = threeDays("kf001", monday);
        decide(manager(), leave, true, null);
        var cover = onlyCover(leave);

        world.as(manager(), () -> process.offerCover(cover.id(), "kf002"));
        assertThat(answer("kf002", cover, false).state()).isEqualTo(CoverState.OPEN);
        world.as(manager(), () -> process.offerCover(cover.id(), "kf003"));
        fire(leave, "OfferExpired");
        assertThat(world.as(manager(), () -> covers.choices(onlyCover(leave))))
                .extracting(CoverChoice::id)
                .doesNotContain("kf002", "kf003");
        world.as(manager(), () -> process.offerCover(cover.id(), "kf004"));
        works("kf004", monday);
        assertThat(answer("kf004", cover, true).comment()).contains("already_assigned");
        world.as(manager(), () -> process.leaveOpen(cover.id(), "当天来电少"));

        var open = onlyCover(leave);
        assertThat(open.state()).isEqualTo(CoverState.LEFT_OPEN);
        assertThat(open.comment()).isEqualTo("当天来电少");
        assertThat(passed(leave)).contains("ExpireOffer", "ShiftLeftOpen").doesNotContain("CoverTaken");
    }

    @Test
    void leavesAShiftOpenThatBeginsBeforeAnybodyWasFound() {
        var monday = LeaveWorld.freeWeek();
        wants(monday, 1);
        works("kf001", monday);
        var leave = threeDays("kf001", monday);
        decide(manager(), leave, true, null);

        fire(leave, "CoverTimePassed");

        assertThat(onlyCover(leave).state()).isEqualTo(CoverState.LEFT_OPEN);
    }

    @Test
    void looksForACoverForEachShortShiftAndKeepsThemApart() {
        var monday = LeaveWorld.freeWeek();
        wants(monday, 1);
        works("kf001", monday, monday.plusDays(1), monday.plusDays(2));
        works("kf008", monday.plusDays(1));
        var leave = threeDays("kf001", monday);
        decide(manager(), leave, true, null);
        var open = coversOf(leave);
        assertThat(open).extracting(cover -> cover.place().day()).containsExactlyInAnyOrder(monday, monday.plusDays(2));

        var second = open.getFirst();
        var task = searchOf(second);
        var form = new HashMap<String, Object>(Map.of("coverDecision", "open", "comment", "可以"));
        form.put("cover", open.getLast().id().toString());
        assertThatThrownBy(() -> completeSearch(task, form)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> completeSearch(task, Map.of("coverDecision", "ask", "candidate", "nobody")))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> completeSearch(task, Map.of("coverDecision", "open", "comment", " ")))
                .isInstanceOf(ProcessEngineException.class);
        completeSearch(task, Map.of("coverDecision", "ask", "candidate", "kf002"));
        answer("kf002", second, true);

        assertThat(world.as(manager(), () -> covers.get(second.id())).state()).isEqualTo(CoverState.COVERED);
        assertThat(world.as(manager(), () -> covers.get(open.getLast().id())).state())
                .isEqualTo(CoverState.OPEN);
    }

    @Test
    void releasesCoversWhenTheLeaveIsWithdrawn() {
        var monday = LeaveWorld.freeWeek();
        wants(monday, 1);
        works("kf001", monday, monday.plusDays(2));
        var leave = threeDays("kf001", monday);
        decide(manager(), leave, true, null);
        var first = coverOn(leave, monday);
        world.as(manager(), () -> process.offerCover(first.id(), "kf002"));
        answer("kf002", first, true);

        world.as(agent("kf001"), () -> process.withdraw(leave.id(), null));

        assertThat(coversOf(leave)).extracting(Cover::state).containsOnly(CoverState.RELEASED);
        assertThat(shifts("kf002", monday)).isEmpty();
        assertThat(statuses("kf001", monday)).containsExactly(Assignment.Status.ACTIVE);
        assertEndedAt(leave, "LeaveWithdrawn");
    }

    @Test
    void startsFromAFormInTasklistForSeveralDaysOnly() {
        var monday = LeaveWorld.freeWeek();
        var before = keys();
        world.as(agent("kf001"), () -> startByForm(monday, monday.plusDays(1)));
        var key = keys().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
        var leave = world.as(admin(), () -> leaves.get(UUID.fromString(key)));
        remember(leave);
        assertThat(leave.cost()).isEqualByComparingTo("2");

        assertThatThrownBy(() -> world.as(agent("kf001"), () -> startByForm(monday.plusDays(3), monday.plusDays(3))))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void refusesAFormWhoseShownPartsWereChanged() {
        var leave = threeDays("kf001", LeaveWorld.freeWeek());

        for (var name : List.of("sheet", "beginsAt", "managersGroup", "anything")) {
            assertRefused(manager(), leave, Map.of("decision", "approved", name, "x"));
        }
        assertRefused(manager(), leave, Map.of("decision", "rejected", "comment", " "));
        assertRefused(agent("kf001"), leave, Map.of("decision", "approved"));
        assertThat(read(leave).isPending()).isTrue();
    }

    private LeaveRequest ask(String person, LeaveType type, LocalDate from, Half start, LocalDate to, Half end) {
        return ask(person, new LeaveForm(type, new HalfDays(from, start, to, end), "回家", List.of()));
    }

    private LeaveRequest threeDays(String person, LocalDate monday) {
        return threeDays(person, LeaveType.PERSONAL, monday);
    }

    private LeaveRequest threeDays(String person, LeaveType type, LocalDate monday) {
        return ask(person, type, monday, Half.MORNING, monday.plusDays(2), Half.AFTERNOON);
    }

    private LeaveRequest wholeWeek(String person) {
        var monday = LeaveWorld.freeWeek();
        return ask(person, LeaveType.PERSONAL, monday, Half.MORNING, monday.plusDays(4), Half.AFTERNOON);
    }

    private LeaveRequest begun(LeaveRequest leave) {
        decide(manager(), leave, true, null);
        fire(leave, "LeaveTimeReached");
        return read(leave);
    }

    private void works(String person, LocalDate... days) {
        for (var day : days) {
            world.works(person, day, "early");
        }
    }

    /** The department wants so many people in the early shift of one week. */
    private void wants(LocalDate monday, int people) {
        world.as(admin(), () -> {
            for (var day : DayOfWeek.values()) {
                staffing.want(world.shiftType("early"), "ticketing", day, people, monday);
                staffing.want(world.shiftType("early"), "ticketing", day, 0, monday.plusDays(7));
            }
            return true;
        });
    }

    private UUID hold(String person, LocalDate day) {
        var request = Ids.next();
        world.as(
                admin(),
                () -> locks.hold(List.of(new AssignmentLocks.Lock(
                        shifts(person, day).getFirst().id(), "test", request, "S-20261122-000003"))));
        return request;
    }

    private LeaveRequest back(String person, LeaveRequest leave, LocalDate day, Half half) {
        return world.as(agent(person), () -> process.returnEarly(leave.id(), new LeaveReturn(day, half, "好了")));
    }

    private LeaveRequest extend(String person, LeaveRequest leave, LocalDate end) {
        var wish = new Progress.Extension(end, Half.AFTERNOON, "还没好");
        return world.as(agent(person), () -> process.extend(leave.id(), wish, List.of()));
    }

    /** Decided by the manager when nobody is named. */
    private LeaveRequest decideExtension(@Nullable String person, LeaveRequest leave, boolean approved) {
        var decision = new LeaveDecision(approved, approved ? null : "人手不足");
        return world.as(
                person == null ? manager() : agent(person), () -> process.approveExtension(leave.id(), decision));
    }

    private Cover answer(String person, Cover cover, boolean accepted) {
        return world.as(agent(person), () -> process.answerCover(cover.id(), accepted, null));
    }

    private List<Cover> coversOf(LeaveRequest leave) {
        return world.as(
                admin(),
                () -> covers.list(null, leave.id(), new Leaves.Window(50, null)).items());
    }

    private Cover onlyCover(LeaveRequest leave) {
        assertThat(coversOf(leave)).hasSize(1);
        return coversOf(leave).getFirst();
    }

    private Cover coverOn(LeaveRequest leave, LocalDate day) {
        return coversOf(leave).stream()
                .filter(cover -> cover.place().day().equals(day))
                .findFirst()
                .orElseThrow();
    }

    private Task searchOf(Cover cover) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(cover.absentee().leaveId().toString())
                .taskDefinitionKey("FindCover")
                .list()
                .stream()
                .filter(task -> cover.id().toString().equals(tasks.getVariable(task.getId(), "cover")))
                .findFirst()
                .orElseThrow();
    }

    private void completeSearch(Task task, Map<String, Object> form) {
        world.as(manager(), () -> {
            tasks.complete(task.getId(), form);
            return true;
        });
    }

    private Task only(LeaveRequest leave, String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(leave.id().toString())
                .taskDefinitionKey(element)
                .singleResult();
    }

    private boolean startByForm(LocalDate from, LocalDate to) {
        runtime.createProcessInstanceByKey(PeriodLeaveProcess.ID)
                .processDefinitionTenantId("acme")
                .setVariables(Map.of(
                        "type", "PERSONAL",
                        "startDate", from.toString(),
                        "startPeriod", "MORNING",
                        "endDate", to.toString(),
                        "endPeriod", "AFTERNOON",
                        "reason", "回家"))
                .execute();
        return true;
    }

    private List<String> keys() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(PeriodLeaveProcess.ID).list().stream()
                .map(instance -> String.valueOf(instance.getBusinessKey()))
                .toList();
    }
}
