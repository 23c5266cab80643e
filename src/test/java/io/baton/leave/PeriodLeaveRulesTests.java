package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.Workspace;
import io.baton.leave.LeaveFacts.Away;
import io.baton.leave.LeaveFacts.HalfHour;
import io.baton.leave.LeaveFacts.Limits;
import io.baton.leave.LeaveFacts.OwnLeave;
import io.baton.leave.LeaveFacts.Remaining;
import io.baton.leave.LeaveFacts.Request;
import io.baton.leave.LeaveFacts.TouchedShift;
import io.baton.leave.PeriodLeaveFacts.Blackout;
import io.baton.leave.PeriodLeaveFacts.Extension;
import io.baton.leave.PeriodLeaveFacts.Levels;
import io.baton.leave.PeriodLeaveFacts.Unannounced;
import io.baton.rota.Half;
import io.baton.rules.Finding;
import io.baton.rules.RuleBook;
import io.baton.rules.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One test for each rule of the book: where it speaks and where it keeps silent. */
class PeriodLeaveRulesTests {

    private static final RuleBook BOOK =
            RuleBook.compile("period-leave", new Workspace(null).read("rules/period-leave.drl"));
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Limits LIMITS = new Limits(Duration.ofDays(3), Duration.ZERO, 30, 1, 2);
    private static final Set<String> SPOKEN = new HashSet<>();

    @Test
    void leaveThatHasBegunCannotBeAskedForAnyMore() {
        assertThat(codes(request(2, Duration.ofHours(-1)))).containsExactly("leave_in_past");
        assertThat(codes(request(2, Duration.ofHours(-1)), new Extension())).isEmpty();
    }

    @Test
    void leaveOfSeveralDaysIsAskedForInGoodTime() {
        assertThat(codes(request(2, Duration.ofHours(71)))).containsExactly("notice_too_short");
        assertThat(codes(request(2, Duration.ofHours(72)))).isEmpty();
        assertThat(codes(request(2, Duration.ofHours(1)), new Extension())).isEmpty();
        assertThat(codes(sick(1, 0))).isEmpty();
    }

    @Test
    void aLeaveHasAtLeastAWorkingDay() {
        assertThat(codes(request(0, Duration.ofDays(5)))).containsExactly("no_working_day");
        assertThat(codes(request(0, Duration.ofDays(5)), new Extension())).isEmpty();
        assertThat(codes(request(0.5, Duration.ofDays(5)))).isEmpty();
    }

    @Test
    void aPersonHasOneRequestForAHalfDay() {
        assertThat(codes(request(), new OwnLeave("L-20261122-000007"))).containsExactly("leave_overlap");
    }

    @Test
    void illnessOfMoreThanADayNeedsAProof() {
        assertThat(codes(sick(1.5, 0))).containsExactly("attachment_needed");
        assertThat(codes(sick(1.5, 1))).isEmpty();
        assertThat(codes(sick(1, 0))).isEmpty();
    }

    @Test
    void whoeverTakesCountedLeaveMustHaveTheDays() {
        var annual = new Request(LeaveType.ANNUAL, 3, NOW.plus(Duration.ofDays(5)), NOW, 0);

        assertThat(codes(annual, new Remaining(LeaveType.ANNUAL, "", 3, 2.5))).containsExactly("balance_insufficient");
        assertThat(codes(annual, new Remaining(LeaveType.ANNUAL, "", 3, 3))).isEmpty();
        assertThat(codes(annual, new Remaining(LeaveType.COMPENSATORY, "", 3, 0)))
                .isEmpty();
    }

    @Test
    void whoeverIsAwayOverNewYearMustHaveTheDaysOfEachYear() {
        var annual = new Request(LeaveType.ANNUAL, 4, NOW.plus(Duration.ofDays(5)), NOW, 0);
        var enough = new Remaining(LeaveType.ANNUAL, "2026", 2, 2);

        assertThat(codes(annual, enough, new Remaining(LeaveType.ANNUAL, "2027", 2, 1)))
                .containsExactly("balance_insufficient");
        assertThat(codes(annual, enough, new Remaining(LeaveType.ANNUAL, "2027", 2, 2)))
                .isEmpty();
        assertThat(new Remaining(LeaveType.ANNUAL, "2027", 2, 1).zh()).contains("2027");
    }

    @Test
    void nobodyGoesOnTheDaysThatAreKeptFreeOfLeave() {
        assertThat(codes(request(), new Blackout(DAY, DAY.plusDays(1)))).containsExactly("blackout");
    }

    @Test
    void aDepartmentKeepsEnoughPeopleOnEveryHalfDay() {
        assertThat(codes(request(), new Away(DAY, Half.MORNING, 10, 3, 0))).containsExactly("department_away");
        assertThat(codes(request(), new Away(DAY, Half.MORNING, 10, 2, 0))).isEmpty();
        assertThat(codes(request(), new Away(DAY, Half.MORNING, 2, 1, 0))).containsExactly("department_away");
    }

    @Test
    void aShiftThatAnotherOpenRequestHoldsCannotBeLeft() {
        assertThat(codes(request(), shift("S-20261122-000001"))).containsExactly("shift_locked");
        assertThat(codes(request(), shift(""))).isEmpty();
    }

    @Test
    void aLongLeaveNeedsAnAdministratorAsWell() {
        var found = fire(request(3.5, Duration.ofDays(5)), new Levels(3));

        assertThat(LeaveVerdict.needsConfirmation(found)).isTrue();
        assertThat(found).allMatch(finding -> finding.severity() == Severity.WARNS);
        assertThat(codes(request(3, Duration.ofDays(5)), new Levels(3))).isEmpty();
        assertThat(codes(request(9, Duration.ofDays(5)), new Levels(3), new Extension()))
                .isEmpty();
    }

    @Test
    void othersWhoAskForTheSameHalfDayAreToldOf() {
        assertThat(codes(request(), new Away(DAY, Half.MORNING, 10, 1, 2))).containsExactly("others_asking");
        assertThat(codes(request(), new Away(DAY, Half.MORNING, 10, 1, 1))).isEmpty();
    }

    @Test
    void halfHoursThatAreLeftWithTooFewPeopleAreToldOf() {
        assertThat(codes(request(), new HalfHour("11-30 08:00", 2, 1), new HalfHour("11-30 08:30", 2, 1)))
                .containsExactly("coverage_low");
        assertThat(codes(request(), new HalfHour("11-30 08:00", 3, 2))).isEmpty();
    }

    @Test
    void aYearWhoseHolidaysAreNotAnnouncedIsToldOf() {
        assertThat(codes(request(), new Unannounced(2028))).containsExactly("holidays_unknown");
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndInBothLanguages() {
        var found = fire(request(2, Duration.ofHours(1)), new OwnLeave("L-1"), new Blackout(DAY, DAY));

        assertThat(found).hasSize(3).allSatisfy(finding -> {
            assertThat(finding.reason().zh())
                    .isNotBlank()
                    .isNotEqualTo(finding.reason().en());
        });
    }

    @AfterAll
    static void everyRuleHasSpoken() {
        assertThat(SPOKEN).containsExactlyInAnyOrderElementsOf(BOOK.titles());
    }

    private static Request request() {
        return request(2, Duration.ofDays(5));
    }

    private static Request request(double days, Duration ahead) {
        return new Request(LeaveType.PERSONAL, days, NOW.plus(ahead), NOW, 0);
    }

    private static Request sick(double days, int attachments) {
        return new Request(LeaveType.SICK, days, NOW.plus(Duration.ofHours(1)), NOW, attachments);
    }

    private static TouchedShift shift(String lockedBy) {
        return new TouchedShift(DAY, "早班", "Early", lockedBy, false, false);
    }

    private static List<String> codes(Object... facts) {
        return fire(facts).stream().map(finding -> finding.reason().code()).toList();
    }

    private static List<Finding> fire(Object... facts) {
        var all = new ArrayList<Object>(List.of(facts));
        all.add(LIMITS);
        var entries = BOOK.fire(all).entries();
        entries.forEach(finding -> SPOKEN.add(finding.rule()));
        return entries;
    }
}
