package io.baton.handoff;

import java.math.BigDecimal;
import java.util.List;

/** Why this agent was chosen: points part by part, each by the rule that gave them. */
public record HandoffScore(BigDecimal total, List<Part> parts) {

    /** Points of one rule. */
    public record Part(String part, String rule, BigDecimal points) {}

    public static final HandoffScore BY_HAND = new HandoffScore(BigDecimal.ZERO, List.of());

    public HandoffScore {
        parts = List.copyOf(parts);
    }
}
