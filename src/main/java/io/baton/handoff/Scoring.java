package io.baton.handoff;

import io.baton.rules.RuleBook;
import io.baton.rules.RuleBooks;
import io.baton.rules.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Ranks candidates by the rules of {@code rules/handoff.drl}, their weights and the strategy of the department; equal ones
 * by who has been idle longest, then by id.
 */
@Component
class Scoring {

    /** A candidate and the explained score. */
    record Ranked(Candidate candidate, HandoffScore score) {}

    static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(
                    (Ranked ranked) -> ranked.score().total())
            .reversed()
            .thenComparing(ranked -> ranked.candidate().seat().idleSince())
            .thenComparing(ranked -> ranked.candidate().id());

    private final RuleBooks books;
    private final RoutingPolicies policies;
    private final HandoffTable handoffs;

    Scoring(RuleBooks books, RoutingPolicies policies, HandoffTable handoffs) {
        this.books = books;
        this.policies = policies;
        this.handoffs = handoffs;
    }

    /** The candidates of a department for a request, best first. */
    List<Ranked> rank(String department, HandoffSnapshot handoff, Collection<Candidate> candidates) {
        return rank(books.open("handoff"), demand(department, handoff, candidates), candidates);
    }

    static List<Ranked> rank(RuleBook rules, Demand demand, Collection<Candidate> candidates) {
        var found = rules.fire(List.of(demand, new Candidates(List.copyOf(candidates))));
        var parts = new HashMap<String, List<HandoffScore.Part>>();
        found.scores()
                .forEach(score -> parts.computeIfAbsent(score.candidate(), id -> new ArrayList<>(8))
                        .add(part(score)));
        return candidates.stream()
                .map(candidate -> new Ranked(candidate, sum(demand.strategy(), parts, candidate)))
                .sorted(BEST_FIRST)
                .toList();
    }

    private Demand demand(String department, HandoffSnapshot handoff, Collection<Candidate> candidates) {
        var strategy = policies.of(department).strategy();
        var last = strategy == Strategy.LAST_AGENT_FIRST
                ? handoffs.lastAgent(handoff.ask().customer().id(), handoff.id())
                        .orElse(null)
                : null;
        return new Demand(
                handoff.place().priority(), handoff.ask().skills(), strategy, strategy.shares(candidates), last);
    }

    private static HandoffScore.Part part(Score score) {
        return new HandoffScore.Part(score.part(), score.rule(), score.points().setScale(2, RoundingMode.HALF_UP));
    }

    private static HandoffScore sum(
            Strategy strategy, Map<String, List<HandoffScore.Part>> parts, Candidate candidate) {
        var own = parts.getOrDefault(candidate.id(), new ArrayList<>());
        own.sort(Comparator.comparing(HandoffScore.Part::part));
        var total = own.stream().map(HandoffScore.Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new HandoffScore(strategy, total, own);
    }
}
