package io.baton.rules;

import java.math.BigDecimal;

/**
 * Points that one rule gave to one candidate.
 *
 * @param part the part of the score it explains, for example {@code load}
 */
public record Score(String rule, String candidate, String part, BigDecimal points) {}
