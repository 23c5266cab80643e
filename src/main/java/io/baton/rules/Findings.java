package io.baton.rules;

import io.baton.kernel.Decision;
import io.baton.kernel.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules of a book said in one firing, in the order they said it; each entry names the rule. Rules write to it
 * through the global {@code findings}. Not thread-safe: one firing, one thread.
 */
public final class Findings {

    private final List<Finding> entries = new ArrayList<>();
    private final List<Score> scores = new ArrayList<>();
    private String rule = "";

    void firing(String rule) {
        this.rule = rule;
    }

    /** Parameters are pairs of name and value. */
    public void block(String code, String zh, String en, Object... parameters) {
        entries.add(new Finding(rule, Severity.BLOCKS, new Reason(code, pairs(parameters), zh, en)));
    }

    /** Parameters are pairs of name and value. */
    public void warn(String code, String zh, String en, Object... parameters) {
        entries.add(new Finding(rule, Severity.WARNS, new Reason(code, pairs(parameters), zh, en)));
    }

    public void score(String candidate, String part, double points) {
        scores.add(new Score(rule, candidate, part, BigDecimal.valueOf(points)));
    }

    public List<Finding> entries() {
        return Collections.unmodifiableList(entries);
    }

    public List<Score> scores() {
        return Collections.unmodifiableList(scores);
    }

    public Decision decision() {
        var blocking = reasons(Severity.BLOCKS);
        return blocking.isEmpty() ? new Decision.Allowed(reasons(Severity.WARNS)) : new Decision.Refused(blocking);
    }

    private List<Reason> reasons(Severity severity) {
        return entries.stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::reason)
                .toList();
    }

    private static Map<String, String> pairs(Object... parameters) {
        var pairs = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            pairs.put(String.valueOf(parameters[i]), String.valueOf(parameters[i + 1]));
        }
        return pairs;
    }
}
