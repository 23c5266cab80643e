package io.baton.handoff;

import java.time.Instant;
import java.util.List;

/**
 * What a manager watches: the departments at one moment, and how well they have served up to it.
 *
 * @param asOf the moment
 * @param answerWithinSeconds how long a request may wait for an agent, by the tenant's own terms
 * @param goalPercent the share of requests to be answered within it
 * @param reports of all these groups together, a report for each window
 */
public record FloorView(
        Instant asOf, double answerWithinSeconds, int goalPercent, List<Group> groups, List<ServiceReport> reports) {

    /** A department now, and how well it has served in each window. */
    public record Group(FloorGroup now, List<Figures> figures) {}

    /** The figures of one window. */
    public record Figures(ServiceWindow window, ServiceFigures figures) {}

    public FloorView {
        groups = List.copyOf(groups);
        reports = List.copyOf(reports);
    }
}
