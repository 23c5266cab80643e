package io.baton.handoff;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why this agent was chosen: points part by part, each by the rule that gave them.
 *
 * @param strategy how the department chose; absent when a person did
 */
public record HandoffScore(@Nullable Strategy strategy, BigDecimal total, List<Part> parts) {

    /** Points of one rule. */
    public record Part(String part, String rule, BigDecimal points) {}

    public static final HandoffScore BY_HAND = new HandoffScore(null, BigDecimal.ZERO, List.of());

    public HandoffScore {
        parts = List.copyOf(parts);
    }

    /** One line that explains the choice, for example {@code SCORE 87.50 = load 22.50 + quality 5.00 + status 40.00}. */
    String text() {
        return strategy == null
                ? "BY_HAND"
                : strategy + " " + total.toPlainString() + " = "
                        + parts.stream()
                                .map(part -> part.part() + " " + part.points().toPlainString())
                                .collect(Collectors.joining(" + "));
    }
}
