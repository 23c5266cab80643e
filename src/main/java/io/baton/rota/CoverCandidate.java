package io.baton.rota;

import io.baton.rules.Finding;
import java.math.BigDecimal;
import java.util.List;

/**
 * Somebody who may take a shift over.
 *
 * @param points 0 to 100, the sum of the parts
 * @param warnings what the rules of planning say nevertheless
 */
public record CoverCandidate(Agent agent, BigDecimal points, List<Part> parts, List<Finding> warnings) {

    /** Points for one aspect, and the rule that gave them. */
    public record Part(String part, String rule, BigDecimal points) {}

    public CoverCandidate {
        parts = List.copyOf(parts);
        warnings = List.copyOf(warnings);
    }
}
