package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.rules.Finding;
import io.baton.rules.RuleBooks;
import io.baton.rules.Severity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks {@code rules/rota.drl} about shifts that are to be planned. */
@Component
class RotaRulebook {

    private final RuleBooks books;
    private final Timetables timetables;
    private final Tenants tenants;
    private final Clock clock;

    RotaRulebook(RuleBooks books, Timetables timetables, Tenants tenants, Clock clock) {
        this.books = books;
        this.timetables = timetables;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Which of the proposals may be planned, in the order of their numbers, and what was found about all of them, by their numbers. */
    record Judgement(List<Proposed> accepted, Map<Integer, List<Finding>> findings) {}

    /**
     * Judges the proposals of each agent in the order of their start, each as if those before it that may be planned
     * were. One firing serves all agents, so there are as many firings as one agent has proposals.
     */
    Judgement judge(List<Proposed> proposals, Map<String, Agent> agents) {
        var surroundings = timetables.around(proposals);
        var accepted = new ArrayList<Proposed>();
        var findings = new HashMap<Integer, List<Finding>>();
        for (var round : rounds(proposals)) {
            var found = fire(round, surroundings, agents);
            for (var proposal : round) {
                if (mayBePlanned(found.getOrDefault(proposal.slot(), List.of()))) {
                    surroundings.timetable(proposal.row().agentId()).add(proposal.row());
                    accepted.add(proposal);
                }
            }
            findings.putAll(found);
        }
        accepted.sort(Comparator.comparingInt(Proposed::slot));
        return new Judgement(accepted, findings);
    }

    private static boolean mayBePlanned(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.BLOCKS);
    }

    /** The first proposals of all agents, then the second ones, and so on. */
    private static List<List<Proposed>> rounds(List<Proposed> proposals) {
        var rounds = new ArrayList<List<Proposed>>();
        var byStart = Comparator.comparing((Proposed proposal) -> proposal.row().during());
        var byAgent = proposals.stream()
                .sorted(byStart)
                .collect(Collectors.groupingBy(proposal -> proposal.row().agentId()));
        for (var own : byAgent.values()) {
            while (rounds.size() < own.size()) {
                rounds.add(new ArrayList<>());
            }
            for (int i = 0; i < own.size(); i++) {
                rounds.get(i).add(own.get(i));
            }
        }
        return rounds;
    }

    private Map<Integer, List<Finding>> fire(
            List<Proposed> round, Surroundings surroundings, Map<String, Agent> agents) {
        var now = clock.instant();
        var facts = new ArrayList<Object>(round.size() + 1);
        facts.add(RotaFacts.Limits.of(tenants.settings()));
        for (var proposal : round) {
            var agent = Objects.requireNonNull(agents.get(proposal.row().agentId()));
            facts.add(surroundings.fact(proposal, agent, now));
        }
        return bySlot(books.open("rota").fire(facts).entries());
    }

    /** Every rule of the book names the slot that it speaks of. */
    private static Map<Integer, List<Finding>> bySlot(Collection<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(finding -> Integer.valueOf(
                        Objects.requireNonNull(finding.reason().parameters().get("slot"), finding.rule()))));
    }
}
