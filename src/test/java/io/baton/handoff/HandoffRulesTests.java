package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.kernel.Workspace;
import io.baton.rules.RuleBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HandoffRulesTests {

    private static final RuleBook RULES = RuleBook.compile("handoff", new Workspace(null).read("rules/handoff.drl"));
    private static final Demand NORMAL = new Demand(Priority.NORMAL, Set.of());
    private static final Set<String> TESTED = new HashSet<>();

    @AfterAll
    static void everyRuleHasItsTest() {
        assertThat(TESTED).containsExactlyInAnyOrderElementsOf(RULES.titles());
    }

    @Test
    void anOnlineAgentGets40Points() {
        assertPoints("An online agent gets 40 points", NORMAL, agent("kf001").build(), "40");
    }

    @Test
    void anAgentWhoIsAwayGets20Points() {
        assertPoints(
                "An agent who is away gets 20 points",
                NORMAL,
                agent("kf001").away().build(),
                "20");
    }

    @Test
    void theMoreSeatsAnAgentHasFreeTheMoreOf30Points() {
        var rule = "The more seats an agent has free, the more of 30 points";
        assertPoints(rule, NORMAL, agent("kf001").seats(0, 5).build(), "30");
        assertPoints(rule, NORMAL, agent("kf001").seats(2, 5).build(), "18");
        assertPoints(rule, NORMAL, agent("kf001").seats(5, 5).build(), "0");
        assertPoints(rule, NORMAL, agent("kf001").seats(0, 0).build(), "0");
    }

    @Test
    void theMoreOfTheWantedSkillsAnAgentHasTheMoreOf20Points() {
        var rule = "The more of the wanted skills an agent has, the more of 20 points";
        var wanted = new Demand(Priority.NORMAL, Set.of("refund", "english"));
        assertPoints(
                rule, wanted, agent("kf001").skills("refund", "english", "vip").build(), "20");
        assertPoints(rule, wanted, agent("kf001").skills("refund").build(), "10");
        assertPoints(rule, wanted, agent("kf001").build(), "0");
        assertPoints(rule, NORMAL, agent("kf001").build(), "20");
    }

    @Test
    void theBetterAnAgentsHistoryTheMoreOf10Points() {
        var rule = "The better an agent's history, the more of 10 points";
        assertPoints(rule, NORMAL, agent("kf001").history(10, 10, 10).build(), "10");
        assertPoints(rule, NORMAL, agent("kf001").history(10, 5, 5).build(), "7.5");
        assertPoints(rule, NORMAL, agent("kf001").history(10, 0, 0).build(), "0");
    }

    @Test
    void anAgentWithoutAHistoryGets5Points() {
        var rule = "An agent without a history gets 5 points";
        assertPoints(rule, NORMAL, agent("kf001").history(4, 0, 0).build(), "5");
        assertSilent(rule, NORMAL, agent("kf001").history(5, 5, 5).build());
    }

    @Test
    void aSeniorAgentGets10PointsForAnUrgentRequest() {
        var rule = "A senior agent gets 10 points for an urgent request";
        var urgent = new Demand(Priority.URGENT, Set.of());
        assertPoints(rule, urgent, agent("kf001").senior().build(), "10");
        assertSilent(rule, urgent, agent("kf001").build());
        assertSilent(rule, NORMAL, agent("kf001").senior().build());
    }

    @Test
    void anAgentWhoTakesWithoutBeingAskedGets5Points() {
        var rule = "An agent who takes without being asked gets 5 points";
        assertPoints(rule, NORMAL, agent("kf001").autoAccept().build(), "5");
        assertSilent(rule, NORMAL, agent("kf001").build());
    }

    @Test
    void explainsTheTotalPartByPart() {
        var best = rank(NORMAL, agent("kf001").seats(1, 4).build()).getFirst();
        assertThat(best.score().total()).isEqualByComparingTo("87.5");
        assertThat(best.score().parts())
                .extracting(HandoffScore.Part::part)
                .containsExactly("load", "quality", "skill", "status");
    }

    @Test
    void ranksTheBestFirst() {
        var ranked = rank(
                NORMAL,
                agent("kf001").away().build(),
                agent("kf002").seats(3, 5).build(),
                agent("kf003").seats(1, 5).build());
        assertThat(ranked).extracting(one -> one.candidate().id()).containsExactly("kf003", "kf002", "kf001");
    }

    @Test
    void breaksTiesByWhoHasBeenIdleLongest() {
        var ranked = rank(
                NORMAL,
                agent("kf001").assigned(Samples.NOON).build(),
                agent("kf002").assigned(Samples.NOON.minusSeconds(60)).build(),
                agent("kf003").build());
        assertThat(ranked).extracting(one -> one.candidate().id()).containsExactly("kf003", "kf002", "kf001");
    }

    @Test
    void ranksNobodyWhenThereIsNobody() {
        assertThat(rank(NORMAL)).isEmpty();
    }

    private static List<Scoring.Ranked> rank(Demand demand, Candidate... candidates) {
        return Scoring.rank(RULES, demand, List.of(candidates));
    }

    private static void assertPoints(String rule, Demand demand, Candidate candidate, String points) {
        TESTED.add(rule);
        assertThat(RULES.fire(List.of(demand, candidate)).scores())
                .filteredOn(score -> score.rule().equals(rule))
                .singleElement()
                .satisfies(score -> {
                    assertThat(score.candidate()).isEqualTo(candidate.id());
                    assertThat(score.points()).isEqualByComparingTo(new BigDecimal(points));
                });
    }

    private static void assertSilent(String rule, Demand demand, Candidate candidate) {
        assertThat(RULES.fire(List.of(demand, candidate)).scores())
                .noneMatch(score -> score.rule().equals(rule));
    }

    private static Builder agent(String id) {
        return new Builder(id);
    }

    /** An online agent with a free seat of five and nothing special, until told otherwise. */
    private static final class Builder {

        private final String id;
        private boolean online = true;
        private boolean senior;
        private boolean autoAccept;
        private Set<String> skills = Set.of();
        private int[] seats = {0, 5};
        private int[] history = {0, 0, 0};
        private @Nullable Instant assigned;

        Builder(String id) {
            this.id = id;
        }

        Builder away() {
            online = false;
            return this;
        }

        Builder senior() {
            senior = true;
            return this;
        }

        Builder autoAccept() {
            autoAccept = true;
            return this;
        }

        Builder skills(String... known) {
            skills = Set.of(known);
            return this;
        }

        Builder seats(int active, int max) {
            seats = new int[] {active, max};
            return this;
        }

        Builder history(int offers, int accepted, int completed) {
            history = new int[] {offers, accepted, completed};
            return this;
        }

        Builder assigned(Instant at) {
            assigned = at;
            return this;
        }

        Candidate build() {
            var seat = new Candidate.Seat(seats[0], seats[1], history[0], history[1], history[2], assigned);
            return new Candidate(id, online, seat, skills, senior, autoAccept);
        }
    }
}
