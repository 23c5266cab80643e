package io.baton.presence;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of some people without asking the database.
 *
 * @param epoch since when the memory of all nodes goes back without a gap; empty when it cannot be asked
 * @param complete whether who has no lease here has none anywhere
 * @param rota changes with every change of the tenant's rota
 * @param left the time left of the longest lease of those who have one; not positive when it is over
 * @param choices what they want to be, as far as it is remembered
 */
record Reading(String epoch, boolean complete, String rota, Map<String, Duration> left, Map<String, Choice> choices) {

    static Reading of(Map<String, Duration> left) {
        return new Reading("", false, "", left, Map.of());
    }

    boolean isLive(String person) {
        var time = left.get(person);
        return time != null && time.isPositive();
    }

    /** The same, less sure, with what another memory knows. */
    Reading with(Reading other) {
        var longest = new HashMap<>(left);
        other.left.forEach((person, time) -> longest.merge(person, time, (a, b) -> a.compareTo(b) > 0 ? a : b));
        return new Reading(epoch, false, rota, longest, choices);
    }
}
