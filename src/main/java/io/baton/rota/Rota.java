package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.kernel.Problem;
import io.baton.kernel.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan of who works when. An agent is in one place at any instant, whatever runs at the same time; every change is
 * told as {@link AssignmentChanged}.
 */
@Component
@Transactional(readOnly = true)
public class Rota {

    private final AssignmentTable table;
    private final AbsenceTable absences;
    private final Planning planning;
    private final LeaveOnRota leave;
    private final Agents agents;
    private final Tenants tenants;

    Rota(
            AssignmentTable table,
            AbsenceTable absences,
            Planning planning,
            LeaveOnRota leave,
            Agents agents,
            Tenants tenants) {
        this.table = table;
        this.absences = absences;
        this.planning = planning;
        this.leave = leave;
        this.agents = agents;
        this.tenants = tenants;
    }

    /**
     * Plans all of these shifts or none. Refuses with 409 {@code assignment_conflict} and, for each slot that cannot be
     * had, who or what has it.
     */
    @Transactional
    public List<Assignment> assign(Collection<Slot> slots) {
        var result = planning.plan(slots, PlanningMode.ALL_OR_NOTHING);
        if (result.isBlocked()) {
            throw Problem.conflict("assignment_conflict", result.conflicts(), Map.of());
        }
        return result.created();
    }

    @Transactional
    public Assignment assign(String agent, LocalDate day, UUID shiftType) {
        return assign(List.of(new Slot(agent, day, shiftType))).getFirst();
    }

    /** The agents who are to work at this instant; whoever is on leave is not among them. */
    public Set<String> onShift(Instant instant) {
        return table.workedAt(instant).stream().map(Assignment::agentId).collect(Collectors.toUnmodifiableSet());
    }

    /** When the next shift begins or ends after this instant. */
    public Optional<Instant> nextEdge(Instant instant) {
        return table.nextEdge(instant);
    }

    /** The live assignments of an agent on these rota days, both included. */
    public List<Assignment> assignments(String agent, LocalDate from, LocalDate to) {
        return table.live(agent, from, to);
    }

    /** The live assignments of several agents on these rota days, both included, by agent and start. */
    public List<Assignment> assignments(Collection<String> agents, LocalDate from, LocalDate to) {
        return table.live(agents, from, to);
    }

    /** People of a department per half hour of a day, midnight to midnight in the tenant's zone. */
    public Coverage coverage(String department, LocalDate day) {
        var window = HalfDays.calendar(day, tenants.settings().zone());
        return Coverage.ofDay(table.live(ids(department), day.minusDays(1), day), window);
    }

    /** Who of a department, or of the tenant, is away on these days. */
    public List<Absence> absences(@Nullable String department, LocalDate from, LocalDate to) {
        return absences.of(ids(department), from, to);
    }

    /** When half days are, by the tenant's clock. */
    public TimeWindow window(HalfDays span) {
        var settings = tenants.settings();
        return span.window(settings.zone(), settings.noon());
    }

    /** What a leave would take, and what that leaves of the department. */
    public LeaveImpact impact(String agent, @Nullable String department, HalfDays span) {
        var cut = leave.cut(agent, span);
        if (department == null) {
            return new LeaveImpact(cut, new Coverage(List.of()), new Coverage(List.of()));
        }
        var rows = table.live(
                ids(department), span.start().minusDays(1), span.end().plusDays(1));
        var others = rows.stream().filter(row -> !row.agentId().equals(agent)).toList();
        var kept = rows.stream().filter(row -> row.agentId().equals(agent)).flatMap(row -> cut.left(row).stream());
        var after = Stream.concat(others.stream(), kept).toList();
        return new LeaveImpact(cut, Coverage.of(rows, cut.window()), Coverage.of(after, cut.window()));
    }

    /**
     * Holds, to the end of the transaction, everything that decides about leave in a department: two leaves that are each
     * allowed alone are then not allowed together.
     */
    @Transactional
    public void holdDepartment(@Nullable String department, String agent) {
        if (department != null) {
            table.lockAgents(List.of("department/" + department));
        }
        table.lockAgents(List.of(agent));
    }

    /**
     * Turns what the leave takes into LEAVE, all of it or nothing; once, however often it is asked. Refuses with 409
     * {@code shift_locked} or {@code leave_overlap}.
     */
    @Transactional
    public LeaveCut applyLeave(UUID leaveId, String agent, HalfDays span) {
        return leave.apply(leaveId, agent, span);
    }

    /**
     * Undoes {@link #applyLeave} for these half days of the leave; once, however often it is asked. Whoever was given one
     * of the shifts meanwhile is released from it, unless it has begun or an open request holds it.
     */
    @Transactional
    public GivenBack giveBackLeave(UUID leaveId, HalfDays span) {
        return leave.giveBack(leaveId, span);
    }

    /** Whether somebody is on leave on this half of a rota day. */
    public boolean away(String agent, LocalDate day, Half half) {
        return absences.of(List.of(agent), day, day).stream().anyMatch(absence -> absence.half() == half);
    }

    private List<String> ids(@Nullable String department) {
        return agents.of(department).stream().map(Agent::id).toList();
    }

    /** 422 unless the days are in order and at most this many. */
    public static void requireRange(LocalDate from, LocalDate to, int days) {
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "before from");
        }
        if (from.plusDays(days).isBefore(to)) {
            throw Problem.invalid("to", "more than " + days + " days");
        }
    }
}
