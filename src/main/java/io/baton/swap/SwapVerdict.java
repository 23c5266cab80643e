package io.baton.swap;

import io.baton.rota.Agent;
import io.baton.rota.CoverageChange;
import io.baton.rota.HandoverFacts;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the rules say about a chain, and what they saw.
 *
 * @param rules the version of the rule book
 * @param people everybody who takes part, by id
 * @param outlooks of those whose part is worth looking at, by their steps
 */
public record SwapVerdict(
        List<Finding> findings,
        String rules,
        boolean closed,
        Map<String, Agent> people,
        List<HandoverFacts.Outlook> outlooks,
        List<CoverageChange> coverage) {

    public SwapVerdict {
        findings = List.copyOf(findings);
    }

    public boolean isFeasible() {
        return findings.stream().noneMatch(SwapVerdict::blocks);
    }

    /** What stands against it, as codes with their steps. */
    String codes() {
        return findings.stream()
                .filter(SwapVerdict::blocks)
                .map(finding -> code(finding))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static boolean blocks(Finding finding) {
        return finding.severity() == Severity.BLOCKS;
    }

    private static String code(Finding finding) {
        var step = finding.reason().parameters().get("step");
        return step == null ? finding.reason().code() : finding.reason().code() + " (" + step + ")";
    }

    /** Somebody who takes part. */
    public Agent person(String id) {
        return Objects.requireNonNull(people.get(id));
    }
}
