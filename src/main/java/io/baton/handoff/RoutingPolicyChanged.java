package io.baton.handoff;

import io.baton.kernel.Actor;
import io.baton.kernel.Recorded;
import java.time.Instant;
import java.util.stream.Collectors;

/** An administrator changed how a department is routed; written to the trail in the same transaction. */
public record RoutingPolicyChanged(Actor actor, RoutingPolicy was, RoutingPolicy is, Instant at) implements Recorded {

    @Override
    public String kind() {
        return "routing";
    }

    @Override
    public String subjectId() {
        return is.department();
    }

    @Override
    public String department() {
        return is.department();
    }

    @Override
    public String before() {
        return text(was);
    }

    @Override
    public String after() {
        return text(is);
    }

    private static String text(RoutingPolicy policy) {
        var hours = policy.hours();
        var week = hours == null
                ? "HOURS_OF_TENANT"
                : hours.week().stream()
                        .map(opening -> opening.day() + " " + opening.opens() + "-" + opening.closes())
                        .collect(Collectors.joining(", ", "[", "]"));
        return policy.strategy() + " " + week + (policy.openHolidays() ? " OPEN_HOLIDAYS" : " CLOSED_HOLIDAYS");
    }
}
