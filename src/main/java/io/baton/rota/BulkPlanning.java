package io.baton.rota;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans many shifts in one go, for whoever leads all the people they are for. Refuses with 403 {@code forbidden} when one
 * of them is somebody else's, with 404 {@code agent_unknown}, {@code shift_type_unknown} or {@code assignment_unknown}.
 */
@Component
@Transactional
public class BulkPlanning {

    /** The plan of some people on some days; refuses shifts of others or on other days, and a plan of nobody or no day. */
    public record Plan(Set<String> people, Set<LocalDate> days, List<Slot> slots) {

        public Plan {
            people = Set.copyOf(people);
            days = Set.copyOf(days);
            slots = List.copyOf(slots);
            if (people.isEmpty() || days.isEmpty()) {
                throw new IllegalArgumentException("a plan of nobody");
            }
            for (var slot : slots) {
                if (!people.contains(slot.agentId()) || !days.contains(slot.day())) {
                    throw new IllegalArgumentException("a shift beyond the plan");
                }
            }
        }
    }

    private final Planning planning;
    private final Removal removal;
    private final PlanReplacement replacement;
    private final AssignmentTable table;
    private final Agents agents;
    private final CurrentActor current;

    BulkPlanning(
            Planning planning,
            Removal removal,
            PlanReplacement replacement,
            AssignmentTable table,
            Agents agents,
            CurrentActor current) {
        this.planning = planning;
        this.removal = removal;
        this.replacement = replacement;
        this.table = table;
        this.agents = agents;
        this.current = current;
    }

    /**
     * Plans all of these shifts or none, or those that can be had. Whoever plans for one of these people at the same time
     * waits; what then stands against a shift is among the conflicts.
     */
    public PlanningResult plan(Collection<Slot> slots, PlanningMode mode) {
        return planning.plan(slots, led(slots.stream().map(Slot::agentId).toList()), mode);
    }

    /** What {@link #plan} would come to; writes nothing, and promises nothing about what others plan meanwhile. */
    @Transactional(readOnly = true)
    public PlanningResult check(Collection<Slot> slots, PlanningMode mode) {
        return planning.check(slots, led(slots.stream().map(Slot::agentId).toList()), mode);
    }

    /**
     * Makes the plan of these people and days what is wanted of it, in one go: shifts nobody wants any more are taken off,
     * missing ones planned. All of it or nothing, or what can be had; what stands against a shift is among the conflicts.
     */
    public PlanReplaced replace(Plan plan, PlanningMode mode) {
        led(plan.people());
        return replacement.replace(plan, mode);
    }

    /** What {@link #replace} would come to; keeps nothing of it. */
    public PlanReplaced checkReplacing(Plan plan, PlanningMode mode) {
        led(plan.people());
        return replacement.check(plan, mode);
    }

    /**
     * Takes shifts off the rota again, all of them or none; what was there stays as history.
     *
     * @return what stands against it; empty when they are gone
     */
    public List<PlanningConflict> remove(Collection<UUID> assignments) {
        led(table.all(assignments).stream().map(Assignment::agentId).toList());
        return removal.remove(assignments);
    }

    /** How an assignment came to be what it is, oldest first, for whoever leads the person who has it now. */
    @Transactional(readOnly = true)
    public List<AssignmentStep> steps(UUID assignment) {
        var steps = table.steps(assignment);
        if (steps.isEmpty()) {
            throw Problem.notFound("assignment_unknown");
        }
        led(List.of(steps.getLast().row().agentId()));
        return steps;
    }

    /** These people, all of whom the actor leads. */
    private Map<String, Agent> led(Collection<String> people) {
        var actor = current.get();
        var all = agents.named(people.stream().collect(Collectors.toSet()));
        if (!all.values().stream().allMatch(agent -> actor.leads(agent.department()))) {
            throw Problem.forbidden("forbidden");
        }
        return all;
    }
}
