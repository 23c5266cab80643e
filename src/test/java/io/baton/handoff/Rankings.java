package io.baton.handoff;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.baton.kernel.Workspace;
import io.baton.rules.RuleBook;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways in which Baton chooses among agents, by its own rules. */
enum Rankings implements Ranking {
    SCORE {
        @Override
        public String best(Priority priority, Set<String> skills, List<Free> agents, @Nullable String last) {
            var candidates = agents.stream().map(Rankings::candidate).toList();
            return Scoring.rank(RULES, new Demand(priority, skills), candidates)
                    .getFirst()
                    .candidate()
                    .id();
        }
    },
    ROUND_ROBIN {
        @Override
        public String best(Priority priority, Set<String> skills, List<Free> agents, @Nullable String last) {
            return first(agents, comparing(Free::lastAssigned, nullsFirst(naturalOrder())));
        }
    },
    LONGEST_IDLE {
        @Override
        public String best(Priority priority, Set<String> skills, List<Free> agents, @Nullable String last) {
            return first(
                    agents,
                    comparing((Free agent) -> agent.active() > 0)
                            .thenComparing(Free::lastFreed, nullsFirst(naturalOrder())));
        }
    },
    LAST_AGENT_FIRST {
        @Override
        public String best(Priority priority, Set<String> skills, List<Free> agents, @Nullable String last) {
            return agents.stream()
                    .map(Free::id)
                    .filter(id -> id.equals(last))
                    .findFirst()
                    .orElseGet(() -> SCORE.best(priority, skills, agents, null));
        }
    };

    private static final RuleBook RULES = RuleBook.compile("handoff", new Workspace(null).read("rules/handoff.drl"));

    private static String first(List<Ranking.Free> agents, Comparator<Ranking.Free> order) {
        return agents.stream()
                .min(order.thenComparing(Ranking.Free::id))
                .orElseThrow()
                .id();
    }

    private static Candidate candidate(Ranking.Free agent) {
        var seat = new Candidate.Seat(
                agent.active(), agent.max(), agent.offers(), agent.accepted(), agent.completed(), agent.lastAssigned());
        return new Candidate(agent.id(), agent.online(), seat, agent.skills(), agent.senior(), false);
    }
}
