package io.baton.rota;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Makes the plan of some people and days what is wanted of it: what is there and wanted stays, other shifts go, what is
 * missing is planned by all rules. A shift that is held, taken by leave or begun stays, with the reason.
 */
@Component
class PlanReplacement {

    private final AssignmentTable table;
    private final Removal removal;
    private final Planning planning;
    private final Announcer announcer;
    private final Agents agents;

    PlanReplacement(AssignmentTable table, Removal removal, Planning planning, Announcer announcer, Agents agents) {
        this.table = table;
        this.removal = removal;
        this.planning = planning;
        this.announcer = announcer;
        this.agents = agents;
    }

    /** What replacing would come to; nothing of it is kept. */
    PlanReplaced check(BulkPlanning.Plan plan, PlanningMode mode) {
        var change = prepare(plan);
        var result = change.isRefused(mode) ? change.refused() : remove(change, plan, mode, true);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return result;
    }

    PlanReplaced replace(BulkPlanning.Plan plan, PlanningMode mode) {
        var change = prepare(plan);
        if (change.isRefused(mode)) {
            return change.refused();
        }
        var result = remove(change, plan, mode, false);
        if (mode == PlanningMode.ALL_OR_NOTHING && result.planned().isBlocked()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new PlanReplaced(List.of(), result.added(), result.planned());
        }
        if (!result.removed().isEmpty()) {
            announcer.removed(result.removed(), agents.named(plan.people()));
        }
        return result;
    }

    /** What goes, what stays although nobody wants it, and what is missing. */
    private record Change(List<Assignment> gone, List<PlanningConflict> refusals, List<Slot> added) {

        boolean isRefused(PlanningMode mode) {
            return mode == PlanningMode.ALL_OR_NOTHING && !refusals.isEmpty();
        }

        PlanReplaced refused() {
            return new PlanReplaced(List.of(), added, new PlanningResult(List.of(), refusals));
        }
    }

    private Change prepare(BulkPlanning.Plan plan) {
        table.lockAgents(plan.people());
        var there = there(plan);
        var wanted = Set.copyOf(plan.slots());
        var surplus = there.stream().filter(row -> !wanted.contains(slot(row))).toList();
        var against = removal.against(surplus);
        var gone = new ArrayList<Assignment>();
        var refusals = new ArrayList<PlanningConflict>();
        // What leave has cut stays whole: its parts go together or not at all.
        for (var parts : surplus.stream()
                .collect(Collectors.groupingBy(PlanReplacement::slot, LinkedHashMap::new, Collectors.toList()))
                .values()) {
            parts.stream()
                    .sorted(Comparator.comparing(Assignment::status).reversed())
                    .map(part -> against.get(part.id()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresentOrElse(refusals::add, () -> gone.addAll(parts));
        }
        var known = there.stream().map(PlanReplacement::slot).collect(Collectors.toSet());
        var added = plan.slots().stream().filter(slot -> !known.contains(slot)).toList();
        return new Change(gone, refusals, added);
    }

    private List<Assignment> there(BulkPlanning.Plan plan) {
        var days = plan.days();
        var live = table.live(plan.people(), Collections.min(days), Collections.max(days)).stream()
                .filter(row -> row.shiftTypeId() != null && days.contains(row.day()))
                .map(Assignment::id)
                .toList();
        return table.hold(live).stream()
                .sorted(Comparator.comparing(Assignment::agentId).thenComparing(Assignment::during))
                .toList();
    }

    private static Slot slot(Assignment row) {
        return new Slot(row.agentId(), row.day(), Objects.requireNonNull(row.shiftTypeId()));
    }

    private PlanReplaced remove(Change change, BulkPlanning.Plan plan, PlanningMode mode, boolean asked) {
        table.supersede(change.gone());
        var planned = change.added().isEmpty()
                ? new PlanningResult(List.of(), List.of())
                : asked ? planning.check(change.added(), mode) : planning.plan(change.added(), mode);
        var conflicts = Stream.concat(change.refusals().stream(), planned.conflicts().stream())
                .toList();
        return new PlanReplaced(change.gone(), change.added(), new PlanningResult(planned.created(), conflicts));
    }
}
