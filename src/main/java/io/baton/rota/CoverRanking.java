package io.baton.rota;

import io.baton.rules.Finding;
import io.baton.rules.RuleBooks;
import io.baton.rules.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Ranks those who may take a shift over: {@code rules/rota.drl} says who may, {@code rules/cover.drl} who should. Equal
 * ones are in the order of their ids.
 */
@Component
class CoverRanking {

    private static final Comparator<CoverCandidate> BEST_FIRST = Comparator.comparing(CoverCandidate::points)
            .reversed()
            .thenComparing(candidate -> candidate.agent().id());

    private final RotaRulebook rules;
    private final Timetables timetables;
    private final RuleBooks books;
    private final Clock clock;

    CoverRanking(RotaRulebook rules, Timetables timetables, RuleBooks books, Clock clock) {
        this.rules = rules;
        this.timetables = timetables;
        this.books = books;
        this.clock = clock;
    }

    /** @param covers how many places of others each took lately */
    List<CoverCandidate> rank(
            List<Proposed> proposals, Map<String, Agent> people, Agent absent, Map<String, Integer> covers) {
        var surroundings = timetables.around(proposals);
        var judgement = rules.judge(proposals, people);
        var facts = new ArrayList<Object>();
        for (var proposal : judgement.accepted()) {
            var agent = agent(proposal, people);
            var figures = surroundings.fact(proposal, agent, clock.instant());
            facts.add(new CoverFacts.Candidate(
                    agent.id(),
                    figures.week(),
                    figures.contract(),
                    figures.rest(),
                    covers.getOrDefault(agent.id(), 0),
                    likeness(agent, absent)));
        }
        var scores = books.open("cover").fire(facts).scores().stream().collect(Collectors.groupingBy(Score::candidate));
        return judgement.accepted().stream()
                .map(proposal -> candidate(
                        agent(proposal, people),
                        scores.getOrDefault(proposal.row().agentId(), List.of()),
                        judgement.findings().getOrDefault(proposal.slot(), List.of())))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static CoverCandidate candidate(Agent agent, List<Score> scores, List<Finding> warnings) {
        var parts = scores.stream()
                .map(score -> new CoverCandidate.Part(
                        score.part(), score.rule(), score.points().setScale(1, RoundingMode.HALF_UP)))
                .sorted(Comparator.comparing(CoverCandidate.Part::part))
                .toList();
        var points = parts.stream().map(CoverCandidate.Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new CoverCandidate(agent, points, parts, warnings);
    }

    private static double likeness(Agent agent, Agent absent) {
        if (absent.skills().isEmpty()) {
            return 1;
        }
        var common = new HashSet<>(absent.skills());
        common.retainAll(agent.skills());
        return (double) common.size() / absent.skills().size();
    }

    private static Agent agent(Proposed proposal, Map<String, Agent> people) {
        return Objects.requireNonNull(people.get(proposal.row().agentId()));
    }
}
