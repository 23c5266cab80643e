package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.Workspace;
import io.baton.leave.LeaveFacts.Away;
import io.baton.leave.LeaveFacts.FreeDay;
import io.baton.leave.LeaveFacts.HalfHour;
import io.baton.leave.LeaveFacts.Limits;
import io.baton.leave.LeaveFacts.OwnLeave;
import io.baton.leave.LeaveFacts.Remaining;
import io.baton.leave.LeaveFacts.Request;
import io.baton.leave.LeaveFacts.TouchedShift;
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
class LeaveRulesTests {

    private static final RuleBook BOOK = RuleBook.compile("leave", new Workspace(null).read("rules/leave.drl"));
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Limits LIMITS = new Limits(Duration.ofDays(1), Duration.ZERO, 30, 0.5, 2);
    private static final Set<String> SPOKEN = new HashSet<>();

    @Test
    void leaveThatHasBegunCannotBeAskedForAnyMore() {
        assertThat(codes(request(Duration.ZERO))).containsExactly("leave_in_past");
        assertThat(codes(request(Duration.ofHours(-3)))).containsExactly("leave_in_past");
        assertThat(codes(request(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void leaveIsAskedForInGoodTime() {
        assertThat(codes(request(Duration.ofHours(23)))).containsExactly("notice_too_short");
        assertThat(codes(request(Duration.ofHours(24)))).isEmpty();
    }

    @Test
    void illnessNeedsNoNotice() {
        assertThat(codes(sick(0.5, 0))).isEmpty();
    }

    @Test
    void aPersonHasOneRequestForAHalfDay() {
        var found = fire(request(Duration.ofDays(2)), new OwnLeave("L-20261122-000007"));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.BLOCKS);
            assertThat(finding.reason().code()).isEqualTo("leave_overlap");
            assertThat(finding.reason().zh()).contains("L-20261122-000007");
            assertThat(finding.reason().en()).contains("L-20261122-000007");
        });
    }

    @Test
    void illnessOfMoreThanHalfADayNeedsAProof() {
        assertThat(codes(sick(1, 0))).containsExactly("attachment_needed");
        assertThat(codes(sick(1, 1))).isEmpty();
        assertThat(codes(sick(0.5, 0))).isEmpty();
        assertThat(codes(request(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void whoeverTakesCountedLeaveMustHaveTheDays() {
        var annual = new Request(LeaveType.ANNUAL, 1, NOW.plus(Duration.ofDays(3)), NOW, 0);

        assertThat(codes(annual, new Remaining(LeaveType.ANNUAL, "", 1, 0.5))).containsExactly("balance_insufficient");
        assertThat(codes(annual, new Remaining(LeaveType.ANNUAL, "", 1, 1))).isEmpty();
    }

    @Test
    void aDepartmentKeepsEnoughPeopleOnEveryHalfDay() {
        assertThat(codes(request(Duration.ofDays(2)), away(8, 2, 0))).containsExactly("department_away");
        assertThat(codes(request(Duration.ofDays(2)), away(8, 1, 0))).isEmpty();
    }

    @Test
    void onePersonOfASmallDepartmentMayAlwaysBeAway() {
        assertThat(codes(request(Duration.ofDays(2)), away(3, 0, 0))).isEmpty();
        assertThat(codes(request(Duration.ofDays(2)), away(3, 1, 0))).containsExactly("department_away");
    }

    @Test
    void aShiftThatAnotherOpenRequestHoldsCannotBeLeft() {
        assertThat(codes(request(Duration.ofDays(2)), new TouchedShift(DAY, "早班", "early", "S-1", false, false)))
                .containsExactly("shift_locked");
        assertThat(codes(request(Duration.ofDays(2)), new TouchedShift(DAY, "早班", "early", "", false, false)))
                .isEmpty();
    }

    @Test
    void othersWhoAskForTheSameHalfDayAreToldOf() {
        assertThat(fire(request(Duration.ofDays(2)), away(8, 1, 1)))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.WARNS);
        assertThat(codes(request(Duration.ofDays(2)), away(8, 0, 1))).isEmpty();
    }

    @Test
    void halfHoursThatAreLeftWithTooFewPeopleAreToldOf() {
        var found = fire(
                request(Duration.ofDays(2)),
                new HalfHour("09:00", 3, 2),
                new HalfHour("08:30", 2, 1),
                new HalfHour("08:00", 2, 1),
                new HalfHour("07:30", 1, 1));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.reason().code()).isEqualTo("coverage_low");
            assertThat(finding.reason().parameters())
                    .containsEntry("from", "08:00")
                    .containsEntry("halfHours", "2");
        });
        assertThat(codes(request(Duration.ofDays(2)), new HalfHour("08:00", 3, 2)))
                .isEmpty();
    }

    @Test
    void aNightGoesWholeWithTheAfternoonItBeginsOn() {
        assertThat(codes(request(Duration.ofDays(2)), new TouchedShift(DAY, "夜班", "night", "", true, false)))
                .containsExactly("night_taken_whole");
        assertThat(codes(request(Duration.ofDays(2)), new TouchedShift(DAY, "夜班", "night", "", true, true)))
                .isEmpty();
    }

    @Test
    void halfADayThatMissesTheShiftOfTheDayIsToldOf() {
        assertThat(codes(request(Duration.ofDays(2)), new FreeDay(DAY, true))).containsExactly("half_day_misses_shift");
    }

    @Test
    void leaveOnADayWithoutAShiftIsToldOf() {
        assertThat(codes(request(Duration.ofDays(2)), new FreeDay(DAY, false))).containsExactly("no_shift");
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndInBothLanguages() {
        var found = fire(request(Duration.ofHours(1)), new OwnLeave("L-1"), away(8, 3, 0));

        assertThat(found).hasSize(3).allSatisfy(finding -> {
            assertThat(finding.rule()).isNotBlank();
            assertThat(finding.reason().zh())
                    .isNotBlank()
                    .isNotEqualTo(finding.reason().en());
        });
    }

    @AfterAll
    static void everyRuleHasSpoken() {
        assertThat(SPOKEN).containsExactlyInAnyOrderElementsOf(BOOK.titles());
    }

    private static Request request(Duration ahead) {
        return new Request(LeaveType.PERSONAL, 1, NOW.plus(ahead), NOW, 0);
    }

    private static Request sick(double days, int attachments) {
        return new Request(LeaveType.SICK, days, NOW.plus(Duration.ofHours(1)), NOW, attachments);
    }

    private static Away away(int people, int away, int asking) {
        return new Away(DAY, Half.MORNING, people, away, asking);
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
