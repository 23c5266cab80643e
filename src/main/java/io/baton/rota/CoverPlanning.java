package io.baton.rota;

import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who could take over the shift of somebody who is away, and puts them in that place. */
@Component
@Transactional(readOnly = true)
public class CoverPlanning {

    private static final int DAYS_OF_COVERS = 90;

    private final AssignmentTable table;
    private final Planning planning;
    private final CoverRanking ranking;
    private final Staffing staffing;
    private final Agents agents;
    private final Clock clock;

    CoverPlanning(
            AssignmentTable table,
            Planning planning,
            CoverRanking ranking,
            Staffing staffing,
            Agents agents,
            Clock clock) {
        this.table = table;
        this.planning = planning;
        this.ranking = ranking;
        this.staffing = staffing;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * The shifts that a leave took, have not begun, have nobody in their place, and are left with fewer people than the
     * department wants.
     */
    public List<Assignment> shortShifts(UUID leaveId, String department) {
        var colleagues = agents.of(department).stream().map(Agent::id).toList();
        return table.ofLeave(leaveId).stream()
                .filter(row -> row.during().start().isAfter(clock.instant()))
                .filter(row -> table.replacing(row.id()).isEmpty())
                .filter(row -> isShort(row, department, colleagues))
                .toList();
    }

    private boolean isShort(Assignment row, String department, Collection<String> colleagues) {
        var type = row.shiftTypeId();
        if (type == null) {
            return false;
        }
        var working = table.live(colleagues, row.day(), row.day()).stream()
                .filter(other -> other.status() == Assignment.Status.ACTIVE && type.equals(other.shiftTypeId()))
                .filter(other -> other.during().overlaps(row.during()))
                .map(Assignment::agentId)
                .distinct()
                .count();
        return working < staffing.minimum(type, department, row.day());
    }

    /** Whether the place is still the one of somebody on leave. */
    public boolean isOpen(UUID taken) {
        return place(taken)
                .filter(row -> row.status() == Assignment.Status.LEAVE)
                .isPresent();
    }

    /** Those of the department who may work the shift, the best first; nobody of whom is named in {@code without}. */
    public List<CoverCandidate> rank(UUID taken, Set<String> without) {
        var row = open(taken);
        var absent = agents.get(row.agentId());
        var others = agents.of(absent.department()).stream()
                .filter(agent -> !agent.id().equals(absent.id()) && !without.contains(agent.id()))
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        if (others.isEmpty()) {
            return List.of();
        }
        var proposals = new ArrayList<Proposed>();
        others.keySet().stream()
                .sorted()
                .forEach(agent -> proposals.add(new Proposed(proposals.size(), inPlaceOf(row, agent))));
        return ranking.rank(proposals, others, absent, table.coversSince(since(), others.keySet()));
    }

    /**
     * Plans an agent in the place of somebody on leave. What the rules of planning have against it is among the conflicts,
     * and nothing is planned then. Refuses with 409 {@code cover_not_needed} when the place is nobody's leave any more.
     */
    @Transactional
    public PlanningResult assign(UUID taken, String agent) {
        table.lockAgents(List.of(agent));
        var row = open(taken);
        var proposal = new Proposed(0, inPlaceOf(row, agent));
        return planning.write(List.of(proposal), Map.of(agent, agents.get(agent)), PlanningMode.ALL_OR_NOTHING);
    }

    private Assignment open(UUID taken) {
        return place(taken)
                .filter(row -> row.status() == Assignment.Status.LEAVE)
                .orElseThrow(() -> Problem.conflict("cover_not_needed"));
    }

    private Optional<Assignment> place(UUID taken) {
        return table.all(List.of(taken)).stream().findFirst();
    }

    private LocalDate since() {
        return LocalDate.now(clock).minusDays(DAYS_OF_COVERS);
    }

    private static Assignment inPlaceOf(Assignment row, String agent) {
        return new Assignment(
                Ids.next(),
                agent,
                row.day(),
                row.during(),
                Objects.requireNonNull(row.shiftTypeId()),
                Assignment.Status.ACTIVE,
                row.id(),
                null);
    }
}
