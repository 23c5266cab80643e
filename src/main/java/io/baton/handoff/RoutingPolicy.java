package io.baton.handoff;

import org.jspecify.annotations.Nullable;

/**
 * How a department is routed.
 *
 * @param hours when its people are reachable; absent: when the tenant's are
 * @param openHolidays whether they are reachable on statutory holidays, and on days off around them, too
 * @param version counts the changes; 0 for a department that nobody changed
 */
public record RoutingPolicy(
        String department, Strategy strategy, @Nullable OpeningHours hours, boolean openHolidays, int version) {

    static RoutingPolicy unchanged(String department) {
        return new RoutingPolicy(department, Strategy.SCORE, null, true, 0);
    }
}
