package io.baton.handoff;

import io.baton.rules.RuleBook;
import io.baton.rules.RuleBooks;
import io.baton.rules.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ranks candidates by the rules of {@code rules/handoff.drl}; equal ones by who has been idle longest, then by id. */
@Component
class Scoring {

    /** A candidate and the explained score. */
    record Ranked(Candidate candidate, HandoffScore score) {}

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(
                    (Ranked ranked) -> ranked.score().total())
            .reversed()
            .thenComparing(ranked -> idleSince(ranked.candidate()))
            .thenComparing(ranked -> ranked.candidate().id());

    private final RuleBooks books;

    Scoring(RuleBooks books) {
        this.books = books;
    }

    List<Ranked> rank(Demand demand, Collection<Candidate> candidates) {
        return rank(books.open("handoff"), demand, candidates);
    }

    static List<Ranked> rank(RuleBook rules, Demand demand, Collection<Candidate> candidates) {
        var facts = new ArrayList<Object>(candidates);
        facts.add(demand);
        var scores = rules.fire(facts).scores().stream().collect(Collectors.groupingBy(Score::candidate));
        return candidates.stream()
                .map(candidate -> new Ranked(candidate, sum(scores, candidate)))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static HandoffScore sum(Map<String, List<Score>> scores, Candidate candidate) {
        var parts = scores.getOrDefault(candidate.id(), List.of()).stream()
                .map(score -> new HandoffScore.Part(
                        score.part(), score.rule(), score.points().setScale(2, RoundingMode.HALF_UP)))
                .sorted(Comparator.comparing(HandoffScore.Part::part))
                .toList();
        var total = parts.stream().map(HandoffScore.Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new HandoffScore(total, parts);
    }

    private static Instant idleSince(Candidate candidate) {
        @Nullable Instant last = candidate.seat().lastAssignedAt();
        return last == null ? Instant.MIN : last;
    }
}
