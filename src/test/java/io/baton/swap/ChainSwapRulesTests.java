package io.baton.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.TimeWindow;
import io.baton.kernel.Workspace;
import io.baton.rota.CoverageChange;
import io.baton.rota.HandoverFacts.Minutes;
import io.baton.rota.HandoverFacts.Outlook;
import io.baton.rota.RotaFacts.Limits;
import io.baton.rota.RotaFacts.Proposal;
import io.baton.rules.Finding;
import io.baton.rules.RuleBook;
import io.baton.rules.Severity;
import io.baton.swap.ChainSwapFacts.Chain;
import io.baton.swap.ChainSwapFacts.Item;
import io.baton.swap.ChainSwapFacts.Notice;
import io.baton.swap.ChainSwapFacts.SecondGift;
import io.baton.swap.ChainSwapFacts.SecondPart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One test for each rule of the book: where it speaks and where it keeps silent. */
class ChainSwapRulesTests {

    private static final RuleBook BOOK =
            RuleBook.compile("chain-swap", new Workspace(null).read("rules/chain-swap.drl"));
    private static final Instant NOW = Instant.parse("2026-11-26T06:00:00Z");
    private static final Limits LIMITS = new Limits(660, 6, 480, 2_640, 2_160);
    private static final Set<String> SPOKEN = new HashSet<>();

    /** Figures that nothing stands against, and what a test makes of them. */
    private static final class Draft {
        String blockedBy = "";
        boolean onLeave;
        String missing = "";
        long rest = 660;
        int days = 6;
        long day = 480;
        long dayBefore = 480;
        long week = 2_400;
        long weekBefore = 2_400;
        long overtime = 2_160;
        long overtimeBefore = 2_160;

        Outlook outlook() {
            var after = new Proposal(
                    1, blockedBy, blockedBy, "", onLeave, false, true, missing, rest, days, day, week, 2_400, overtime);
            return new Outlook(after, new Minutes(dayBefore, weekBefore, overtimeBefore), List.of());
        }
    }

    @Test
    void nothingStandsAgainstAnOrdinaryChain() {
        assertThat(codes(new Chain(true), item(Duration.ofDays(2), true, true, ""), new Draft().outlook()))
                .isEmpty();
    }

    @Test
    void aChainCloses() {
        assertThat(codes(new Chain(false))).containsExactly("chain_open");
    }

    @Test
    void aShiftIsGivenAwayOnce() {
        assertThat(codes(new SecondGift(2, "早班", "Early"))).containsExactly("given_twice");
    }

    @Test
    void aPersonTakesPartOnce() {
        assertThat(codes(new SecondPart(2, "小陈"))).containsExactly("person_twice");
    }

    @Test
    void whatIsGivenAwayIsOnesOwn() {
        assertThat(codes(item(Duration.ofDays(2), false, true, ""))).containsExactly("not_own_shift");
        assertThat(codes(item(Duration.ofDays(2), false, false, ""))).containsExactly("not_own_shift");
    }

    @Test
    void whatIsGivenAwayIsOnTheRota() {
        assertThat(codes(item(Duration.ofDays(2), true, false, ""))).containsExactly("shift_gone");
    }

    @Test
    void aShiftThatAnotherOpenRequestHoldsStaysWhereItIs() {
        assertThat(codes(item(Duration.ofDays(2), true, true, "S-20261126-000001")))
                .containsExactly("shift_locked");
    }

    @Test
    void aShiftBeginsLateEnoughForEverybodyToBeAsked() {
        assertThat(codes(item(Duration.ofMinutes(119), true, true, ""))).containsExactly("too_late");
        assertThat(codes(item(Duration.ofMinutes(120), true, true, ""))).isEmpty();
        assertThat(codes(item(Duration.ofDays(-1), true, true, ""))).containsExactly("too_late");
    }

    @Test
    void nobodyWorksTwoShiftsAtOnce() {
        assertThat(codes(draft -> {
                    draft.blockedBy = "a-1";
                    draft.rest = 0;
                }))
                .containsExactly("already_assigned");
    }

    @Test
    void nobodyWorksWhoIsOnLeave() {
        assertThat(codes(draft -> draft.onLeave = true)).containsExactly("on_leave");
    }

    @Test
    void whoeverTakesAShiftCanDoWhatItNeeds() {
        assertThat(codes(draft -> draft.missing = "vip")).containsExactly("skill_missing");
    }

    @Test
    void betweenTwoShiftsThereIsTimeToRest() {
        assertThat(codes(draft -> draft.rest = 659)).containsExactly("rest_too_short");
    }

    @Test
    void aPersonRestsADayWithinSeven() {
        assertThat(codes(draft -> draft.days = 7)).containsExactly("too_many_days");
    }

    @Test
    void nobodysWeekGrowsBeyondItsNormalLength() {
        assertThat(codes(draft -> draft.week = 2_641)).containsExactly("long_week");
        assertThat(codes(draft -> {
                    draft.week = 2_700;
                    draft.weekBefore = 2_700;
                }))
                .isEmpty();
    }

    @Test
    void overtimeOfAMonthDoesNotGrowBeyondItsLimit() {
        assertThat(codes(draft -> draft.overtime = 2_161)).containsExactly("too_much_overtime");
        assertThat(codes(draft -> {
                    draft.overtime = 2_300;
                    draft.overtimeBefore = 2_400;
                }))
                .isEmpty();
    }

    @Test
    void noDepartmentIsLeftWithFewerPeopleThanItWants() {
        assertThat(codes(coverage(3, 2, 3))).containsExactly("coverage_short");
        assertThat(codes(coverage(4, 3, 3))).isEmpty();
        assertThat(codes(coverage(1, 2, 3))).isEmpty();
    }

    @Test
    void aLongDayIsToldOf() {
        assertThat(warnings(draft -> draft.day = 481)).containsExactly("long_day");
        assertThat(warnings(draft -> {
                    draft.day = 960;
                    draft.dayBefore = 960;
                }))
                .isEmpty();
    }

    @Test
    void moreThanTheContractSaysIsToldOf() {
        assertThat(warnings(draft -> draft.week = 2_640)).containsExactly("over_contract");
    }

    @Test
    void saysEverythingThatIsWrongAtOnceInBothLanguagesAndAtWhichStep() {
        var found = fire(
                new Chain(false),
                item(Duration.ofHours(1), false, true, "S-1"),
                new SecondPart(3, "小陈"),
                coverage(1, 0, 1));

        assertThat(found).hasSize(6).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.BLOCKS);
            assertThat(finding.reason().zh()).matches("(?s).*\\p{IsHan}.*");
            assertThat(finding.reason().en()).matches("(?s).*[a-z].*");
        });
        assertThat(found.stream().map(finding -> finding.reason().parameters().get("step")))
                .contains("2", "3", null);
    }

    @AfterAll
    static void everyRuleHasSpoken() {
        assertThat(SPOKEN).containsExactlyInAnyOrderElementsOf(BOOK.titles());
    }

    private static Item item(Duration ahead, boolean own, boolean live, String heldBy) {
        return new Item(2, "小陈", "早班", "Early", own, live, NOW.plus(ahead), heldBy);
    }

    private static CoverageChange coverage(int before, int after, int minimum) {
        var during = new TimeWindow(NOW, NOW.plus(Duration.ofHours(1)));
        return new CoverageChange("ticketing", during, "2026-11-26 14:00–15:00", before, after, minimum);
    }

    private static List<String> codes(Consumer<Draft> change) {
        var draft = new Draft();
        change.accept(draft);
        return codes(draft.outlook());
    }

    private static List<String> codes(Object... facts) {
        return fire(facts).stream()
                .filter(finding -> finding.severity() == Severity.BLOCKS)
                .map(finding -> finding.reason().code())
                .toList();
    }

    private static List<String> warnings(Consumer<Draft> change) {
        var draft = new Draft();
        change.accept(draft);
        return fire(draft.outlook()).stream()
                .filter(finding -> finding.severity() == Severity.WARNS)
                .map(finding -> finding.reason().code())
                .toList();
    }

    private static List<Finding> fire(Object... facts) {
        var all = new ArrayList<Object>(List.of(facts));
        all.add(LIMITS);
        all.add(new Notice(Duration.ofHours(2), NOW));
        var entries = BOOK.fire(all).entries();
        entries.forEach(finding -> SPOKEN.add(finding.rule()));
        return entries;
    }
}
