package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.kernel.Workspace;
import io.baton.rules.InvalidRules;
import io.baton.rules.RuleBook;
import io.baton.rules.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HandoffRulesTests {

    private static final Workspace PACKAGED = new Workspace(null);
    private static final String TABLE = PACKAGED.read("rules/handoff-weights.csv");
    private static final RuleBook RULES =
            RuleBook.compile("handoff", PACKAGED.read("rules/handoff.drl")).with(TABLE);
    private static final Demand NORMAL = demand(Priority.NORMAL);
    private static final Set<String> TESTED = new HashSet<>();

    @AfterAll
    static void everyRuleHasItsTest() {
        assertThat(TESTED).containsExactlyInAnyOrderElementsOf(RULES.titles());
    }

    @Test
    void anOnlineAgentGetsPointsForTheStatus() {
        var rule = "An online agent gets points for the status";
        assertPoints(rule, NORMAL, agent("kf001").build(), "40");
        assertSilent(rule, NORMAL, agent("kf001").away().build());
    }

    @Test
    void anAgentWhoIsAwayGetsFewerPointsForTheStatus() {
        var rule = "An agent who is away gets fewer points for the status";
        assertPoints(rule, NORMAL, agent("kf001").away().build(), "20");
        assertSilent(rule, NORMAL, agent("kf001").build());
    }

    @Test
    void theMoreSeatsAnAgentHasFreeTheMorePoints() {
        var rule = "The more seats an agent has free, the more points";
        assertPoints(rule, NORMAL, agent("kf001").seats(0, 5).build(), "30");
        assertPoints(rule, NORMAL, agent("kf001").seats(2, 5).build(), "18");
        assertPoints(rule, NORMAL, agent("kf001").seats(5, 5).build(), "0");
        assertPoints(rule, NORMAL, agent("kf001").seats(0, 0).build(), "0");
    }

    @Test
    void theMoreOfTheWantedSkillsAnAgentHasTheMorePoints() {
        var rule = "The more of the wanted skills an agent has, the more points";
        var wanted = demand(Priority.NORMAL, "refund", "english");
        assertPoints(
                rule, wanted, agent("kf001").skills("refund", "english", "vip").build(), "20");
        assertPoints(rule, wanted, agent("kf001").skills("refund").build(), "10");
        assertPoints(rule, wanted, agent("kf001").build(), "0");
        assertPoints(rule, NORMAL, agent("kf001").build(), "20");
    }

    @Test
    void theBetterAnAgentsHistoryTheMorePoints() {
        var rule = "The better an agent's history, the more points";
        assertPoints(rule, NORMAL, agent("kf001").history(1, 1, 1, 20).build(), "10");
        assertPoints(rule, NORMAL, agent("kf001").history(0, 0, 0, 20).build(), "0");
        assertPoints(rule, NORMAL, agent("kf001").history(1, 0.5, 0.75, 5).build(), "7.5");
        assertPoints(rule, NORMAL, agent("kf001").build(), "5");
        assertPoints(rule, NORMAL, agent("kf001").history(0, 0, 0, 4).build(), "5");
    }

    @Test
    void aSeniorAgentGetsPointsForAnUrgentRequest() {
        var rule = "A senior agent gets points for an urgent request";
        var urgent = demand(Priority.URGENT);
        assertPoints(rule, urgent, agent("kf001").senior().build(), "10");
        assertSilent(rule, urgent, agent("kf001").build());
        assertSilent(rule, NORMAL, agent("kf001").senior().build());
    }

    @Test
    void anAgentWhoTakesWithoutBeingAskedGetsPoints() {
        var rule = "An agent who takes without being asked gets points";
        assertPoints(rule, NORMAL, agent("kf001").autoAccept().build(), "5");
        assertSilent(rule, NORMAL, agent("kf001").build());
    }

    @Test
    void lastAgentFirstWhoServedThisCustomerLastGoesBeforeAllOthers() {
        var rule = "Last agent first: who served this customer last goes before all others";
        var known = returning("kf002");
        assertPoints(rule, known, agent("kf002").build(), "200");
        assertSilent(rule, known, agent("kf001").build());
        assertSilent(rule, NORMAL, agent("kf002").build());
        var last = agent("kf002").away().seats(4, 5).build();
        var best = agent("kf001").senior().autoAccept().history(1, 1, 1, 20).build();
        assertThat(order(known, best, last)).containsExactly("kf002", "kf001");
        assertThat(order(returning(null), best, last)).containsExactly("kf001", "kf002");
    }

    @Test
    void roundRobinTheLongerAgoAnAgentWasGivenSomebodyTheMorePoints() {
        var rule = "Round robin: the longer ago an agent was given somebody, the more points";
        var first = agent("kf003").build();
        var second = agent("kf002").away().assigned(Samples.NOON).build();
        var third = agent("kf001").assigned(Samples.NOON.plusSeconds(1)).build();
        var demand = demand(Strategy.ROUND_ROBIN, first, second, third);
        assertPoints(rule, demand, first, "100");
        assertSilent(rule, NORMAL, first);
        assertThat(order(demand, third, second, first)).containsExactly("kf003", "kf002", "kf001");
        assertThat(rank(demand, third, second, first))
                .allSatisfy(ranked -> assertThat(ranked.score().parts())
                        .extracting(HandoffScore.Part::part)
                        .containsExactly("turn"));
    }

    @Test
    void longestIdleTheLongerAnAgentHasNobodyTheMorePoints() {
        var rule = "Longest idle: the longer an agent has nobody, the more points";
        var longest = agent("kf003")
                .assigned(Samples.NOON)
                .freed(Samples.NOON.plusSeconds(10))
                .build();
        var shorter = agent("kf002")
                .assigned(Samples.NOON.minusSeconds(60))
                .freed(Samples.NOON.plusSeconds(20))
                .build();
        var busy = agent("kf001")
                .seats(1, 5)
                .assigned(Samples.NOON.minusSeconds(600))
                .build();
        var demand = demand(Strategy.LONGEST_IDLE, longest, shorter, busy);
        assertPoints(rule, demand, longest, "100");
        assertSilent(rule, NORMAL, longest);
        assertThat(order(demand, busy, shorter, longest)).containsExactly("kf003", "kf002", "kf001");
    }

    @Test
    void explainsTheTotalPartByPart() {
        var best = rank(NORMAL, agent("kf001").seats(1, 4).build()).getFirst();
        assertThat(best.score().total()).isEqualByComparingTo("87.5");
        assertThat(best.score().parts())
                .extracting(HandoffScore.Part::part)
                .containsExactly("load", "quality", "skill", "status");
        assertThat(best.score().text())
                .isEqualTo("SCORE 87.50 = load 22.50 + quality 5.00 + skill 20.00 + status 40.00");
    }

    @Test
    void ranksTheBestFirst() {
        assertThat(order(
                        NORMAL,
                        agent("kf001").away().build(),
                        agent("kf002").seats(3, 5).build(),
                        agent("kf003").seats(1, 5).build()))
                .containsExactly("kf003", "kf002", "kf001");
    }

    @Test
    void breaksTiesByWhoHasBeenIdleLongest() {
        assertThat(order(
                        NORMAL,
                        agent("kf001").assigned(Samples.NOON).build(),
                        agent("kf002").assigned(Samples.NOON.minusSeconds(60)).build(),
                        agent("kf003").build()))
                .containsExactly("kf003", "kf002", "kf001");
    }

    @Test
    void ranksNobodyWhenThereIsNobody() {
        assertThat(rank(NORMAL)).isEmpty();
    }

    @Test
    void usesTheWeightsOfTheTable() {
        var table = TABLE.replace("online,40,", "online,7.25,");
        var rules =
                RuleBook.compile("handoff", PACKAGED.read("rules/handoff.drl")).with(table);
        assertThat(rules.version()).isNotEqualTo(RULES.version());
        assertThat(Scoring.rank(rules, NORMAL, List.of(agent("kf001").build()))
                        .getFirst()
                        .score()
                        .total())
                .isEqualByComparingTo("62.25");
    }

    @Test
    void refusesATableThatDoesNotFitTheRules() {
        assertRefused(TABLE.replace("online,40", "online,4O"), "points from 0 to 1000 are expected, not '4O'");
        assertRefused(TABLE.replace("online,40", "online,-1"), "not '-1'");
        assertRefused(TABLE.replace("online,40", "online,1001"), "not '1001'");
        assertRefused(
                TABLE.replace("online,40", "away,40"), "away stands there twice", "no line for the weight online");
        assertRefused(TABLE + "beauty,10,nobody\n", "no rule gives the weight beauty");
        assertRefused("", "no line for the weight idle");
    }

    @Test
    void readsATableAsSpreadsheetsWriteIt() {
        var quoted =
                "\uFEFF" + TABLE.replace("online,40,", "\"online\",\"40\",").replace("\n", "\r\n") + ",,\r\n";
        assertThat(Scoring.rank(
                        RuleBook.compile("handoff", PACKAGED.read("rules/handoff.drl"))
                                .with(quoted),
                        NORMAL,
                        List.of(agent("kf001").build())))
                .isEqualTo(rank(NORMAL, agent("kf001").build()));
    }

    private static void assertRefused(String table, String... errors) {
        assertThatThrownBy(() -> RULES.with(table))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("rules/handoff-weights.csv")
                .hasMessageContainingAll(errors);
    }

    private static Demand demand(Priority priority, String... skills) {
        return new Demand(priority, Set.of(skills), Strategy.SCORE, Map.of(), null);
    }

    private static Demand returning(@Nullable String last) {
        return new Demand(Priority.NORMAL, Set.of(), Strategy.LAST_AGENT_FIRST, Map.of(), last);
    }

    private static Demand demand(Strategy strategy, Candidate... agents) {
        return new Demand(Priority.NORMAL, Set.of(), strategy, strategy.shares(List.of(agents)), null);
    }

    private static List<String> order(Demand demand, Candidate... candidates) {
        return rank(demand, candidates).stream()
                .map(one -> one.candidate().id())
                .toList();
    }

    private static List<Scoring.Ranked> rank(Demand demand, Candidate... candidates) {
        return Scoring.rank(RULES, demand, List.of(candidates));
    }

    private static void assertPoints(String rule, Demand demand, Candidate candidate, String points) {
        TESTED.add(rule);
        assertThat(fire(demand, candidate))
                .filteredOn(score -> score.rule().equals(rule))
                .singleElement()
                .satisfies(score -> {
                    assertThat(score.candidate()).isEqualTo(candidate.id());
                    assertThat(score.points()).isEqualByComparingTo(new BigDecimal(points));
                });
    }

    private static void assertSilent(String rule, Demand demand, Candidate candidate) {
        assertThat(fire(demand, candidate)).noneMatch(score -> score.rule().equals(rule));
    }

    private static List<Score> fire(Demand demand, Candidate candidate) {
        return RULES.fire(List.of(demand, new Candidates(List.of(candidate)))).scores();
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
        private Quality quality = Quality.UNKNOWN;
        private @Nullable Instant assigned;
        private @Nullable Instant freed;

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

        Builder history(double resolution, double rating, double response, int samples) {
            quality = new Quality(
                    new Quality.Figure(resolution, samples),
                    new Quality.Figure(rating, samples),
                    new Quality.Figure(response, samples));
            return this;
        }

        Builder assigned(Instant at) {
            assigned = at;
            return this;
        }

        Builder freed(Instant at) {
            freed = at;
            return this;
        }

        Candidate build() {
            var seat = new Candidate.Seat(seats[0], seats[1], quality, assigned, freed);
            return new Candidate(id, online, seat, skills, senior, autoAccept);
        }
    }
}
