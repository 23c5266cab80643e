package io.baton.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.Workspace;
import io.baton.rules.RuleBook;
import io.baton.rules.Score;
import io.baton.swap.SwapSuggestionFacts.Found;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One test for each rule of the book: what it gives, and what it gives at most. */
class SwapSuggestionsRulesTests {

    private static final RuleBook BOOK =
            RuleBook.compile("swap-suggestions", new Workspace(null).read("rules/swap-suggestions.drl"));
    private static final Set<String> SPOKEN = new HashSet<>();
    private static final Found BEST = new Found("0", 2, 1, 960, 0);
    private static final Found WORST = new Found("0", 5, 0, -2_400, 2_400);

    @AfterAll
    static void everyRuleHasItsTest() {
        assertThat(SPOKEN).containsExactlyInAnyOrderElementsOf(BOOK.titles());
    }

    @Test
    void theFewerPeopleTakePartTheMorePoints() {
        assertThat(points(BEST, "people")).isEqualTo(75);
        assertThat(points(new Found("0", 3, 1, 0, 0), "people")).isEqualTo(50);
        assertThat(points(WORST, "people")).isZero();
    }

    @Test
    void theLessThoseWhoAreAskedSwappedLatelyTheMorePoints() {
        assertThat(points(BEST, "fairness")).isEqualTo(15);
        assertThat(points(new Found("0", 2, 0.5, 0, 0), "fairness")).isEqualTo(7.5);
        assertThat(points(WORST, "fairness")).isZero();
    }

    @Test
    void theNearerWeeksComeToWhatContractsSayTheMorePoints() {
        assertThat(points(BEST, "hours")).isEqualTo(6);
        assertThat(points(new Found("0", 2, 0, 0, 0), "hours")).isEqualTo(3);
        assertThat(points(WORST, "hours")).isZero();
        assertThat(points(new Found("0", 2, 0, -10_000, 0), "hours")).isZero();
    }

    @Test
    void theLessAnybodysHoursChangeTheMorePoints() {
        assertThat(points(BEST, "change")).isEqualTo(4);
        assertThat(points(new Found("0", 2, 0, 0, 480), "change")).isEqualTo(2);
        assertThat(points(WORST, "change")).isZero();
    }

    @Test
    void onePersonLessIsWorthAsMuchAsAllElse() {
        assertThat(all(BEST)).isEqualTo(100);
        for (int people = 2; people < 5; people++) {
            var more = new Found("0", people + 1, 1, 10_000, 0);
            assertThat(all(new Found("0", people, 0, -10_000, 10_000))).isGreaterThanOrEqualTo(all(more));
        }
    }

    private static double points(Found found, String part) {
        return fire(found).stream()
                .filter(score -> score.part().equals(part))
                .peek(score -> SPOKEN.add(score.rule()))
                .mapToDouble(score -> score.points().doubleValue())
                .sum();
    }

    private static double all(Found found) {
        return fire(found).stream()
                .mapToDouble(score -> score.points().doubleValue())
                .sum();
    }

    private static List<Score> fire(Found found) {
        return BOOK.fire(List.of(found)).scores();
    }
}
