package io.baton.swap;

import io.baton.rules.Finding;
import java.math.BigDecimal;
import java.util.List;

/**
 * A swap that everybody in it wishes and the rules allow; proposing its form asks the others.
 *
 * @param verdict what the rules say to the whole of it; nothing that blocks
 * @param parts what the points are made of
 */
public record SwapSuggestion(SwapForm form, SwapVerdict verdict, BigDecimal points, List<Part> parts) {

    /**
     * Points that one rule gave.
     *
     * @param name what it is about, for example {@code fairness}
     * @param rule the sentence it follows
     */
    public record Part(String name, String rule, BigDecimal points) {}

    public SwapSuggestion {
        parts = List.copyOf(parts);
    }

    public int people() {
        return form.parts().size();
    }

    /** What warns whoever decides. */
    public List<Finding> warnings() {
        return verdict.findings();
    }
}
