package io.baton.rota;

import io.baton.kernel.TimeWindow;

/**
 * A run of half hours that a department has with other people than before.
 *
 * @param text the run by the tenant's clock, for example {@code 2026-11-30 06:00–14:00}
 * @param minimum how many people the department wants
 */
public record CoverageChange(String department, TimeWindow during, String text, int before, int after, int minimum) {

    /** Fewer people than before, and fewer than the department wants. */
    public boolean isShort() {
        return after < before && after < minimum;
    }
}
