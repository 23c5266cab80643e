package io.baton.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.Workspace;
import io.baton.rota.RotaFacts.Limits;
import io.baton.rota.RotaFacts.Proposal;
import io.baton.rules.Finding;
import io.baton.rules.RuleBook;
import io.baton.rules.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One test for each rule of the book: where it speaks and where it keeps silent. */
class RotaRulesTests {

    private static final RuleBook BOOK = RuleBook.compile("rota", new Workspace(null).read("rules/rota.drl"));
    private static final Limits LIMITS = new Limits(660, 6, 480, 2640, 2160);
    private static final Set<String> SPOKEN = new HashSet<>();

    /** A proposal that nothing stands against, and what a test makes of it. */
    private static final class Draft {
        String blockedBy = "";
        String heldBy = "";
        boolean onLeave;
        boolean begun;
        boolean offered = true;
        String missing = "";
        long rest = 660;
        int days = 6;
        long day = 480;
        long week = 2400;
        long overtime = 2160;

        Proposal proposal(int slot) {
            return new Proposal(
                    slot, blockedBy, blockedBy, heldBy, onLeave, begun, offered, missing, rest, days, day, week, 2400,
                    overtime);
        }
    }

    @Test
    void nothingStandsAgainstAnOrdinaryShift() {
        assertThat(fire(draft -> draft)).isEmpty();
    }

    @Test
    void nobodyWorksTwoShiftsAtOnce() {
        var found = fire(draft -> {
            draft.blockedBy = "a-1";
            return draft;
        });

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.reason().code()).isEqualTo("already_assigned");
            assertThat(finding.severity()).isEqualTo(Severity.BLOCKS);
            assertThat(finding.reason().parameters()).containsEntry("slot", "7").containsEntry("blockedBy", "a-1");
        });
    }

    @Test
    void aShiftThatAnOpenRequestHoldsStaysWhereItIs() {
        var found = fire(draft -> {
            draft.blockedBy = "a-1";
            draft.heldBy = "S-3";
            return draft;
        });

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.reason().code()).isEqualTo("shift_locked");
            assertThat(finding.reason().en()).contains("S-3");
        });
    }

    @Test
    void nobodyWorksWhoIsOnLeave() {
        assertThat(blocking(draft -> {
                    draft.onLeave = true;
                    return draft;
                }))
                .containsExactly("on_leave");
    }

    @Test
    void whoeverWorksAShiftCanDoWhatItNeeds() {
        assertThat(blocking(draft -> {
                    draft.missing = "refund, vip";
                    return draft;
                }))
                .containsExactly("skill_missing");
    }

    @Test
    void aPersonRestsADayWithinSeven() {
        assertThat(blocking(draft -> {
                    draft.days = 7;
                    return draft;
                }))
                .containsExactly("too_many_days");
    }

    @Test
    void overtimeOfAMonthHasALimit() {
        assertThat(blocking(draft -> {
                    draft.overtime = 2161;
                    return draft;
                }))
                .containsExactly("too_much_overtime");
    }

    @Test
    void betweenTwoShiftsThereIsTimeToRest() {
        assertThat(warning(draft -> {
                    draft.rest = 659;
                    return draft;
                }))
                .containsExactly("rest_too_short");
    }

    @Test
    void aDayHasANormalLength() {
        assertThat(warning(draft -> {
                    draft.day = 481;
                    return draft;
                }))
                .containsExactly("long_day");
    }

    @Test
    void aWeekHasANormalLengthAndIsSpokenOfOnce() {
        assertThat(warning(draft -> {
                    draft.week = 2641;
                    return draft;
                }))
                .containsExactly("long_week");
    }

    @Test
    void nobodyWorksMoreThanTheContractSaysWithoutAWord() {
        assertThat(warning(draft -> {
                    draft.week = 2640;
                    return draft;
                }))
                .containsExactly("over_contract");
    }

    @Test
    void aShiftIsPlannedBeforeItBegins() {
        assertThat(warning(draft -> {
                    draft.begun = true;
                    return draft;
                }))
                .containsExactly("shift_begun");
    }

    @Test
    void aShiftIsPlannedWhileItsTypeIsOffered() {
        assertThat(blocking(draft -> {
                    draft.offered = false;
                    return draft;
                }))
                .containsExactly("shift_type_not_offered");
    }

    @Test
    void saysHoursAsPeopleDo() {
        var proposal = new Draft().proposal(1);

        assertThat(proposal.hours(660)).isEqualTo("11");
        assertThat(proposal.hours(450)).isEqualTo("7.5");
        assertThat(proposal.hours(600)).isEqualTo("10");
        assertThat(proposal.hours(0)).isEqualTo("0");
    }

    @AfterAll
    static void everyRuleHasSpokenInBothLanguages() {
        assertThat(SPOKEN).containsExactlyInAnyOrderElementsOf(BOOK.titles());
    }

    private static List<String> blocking(UnaryOperator<Draft> change) {
        return codes(change, Severity.BLOCKS);
    }

    private static List<String> warning(UnaryOperator<Draft> change) {
        return codes(change, Severity.WARNS);
    }

    private static List<String> codes(UnaryOperator<Draft> change, Severity severity) {
        var found = fire(change);
        assertThat(found).allMatch(finding -> finding.severity() == severity);
        return found.stream().map(finding -> finding.reason().code()).toList();
    }

    private static List<Finding> fire(UnaryOperator<Draft> change) {
        var found = BOOK.fire(List.of(LIMITS, change.apply(new Draft()).proposal(7)))
                .entries();
        found.forEach(finding -> {
            SPOKEN.add(finding.rule());
            assertThat(finding.reason().parameters()).containsEntry("slot", "7");
            assertThat(finding.reason().zh())
                    .isNotBlank()
                    .isNotEqualTo(finding.reason().en());
        });
        return found;
    }
}
