package io.baton.rota;

import io.baton.kernel.Problem;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shifts that change hands: what that would come to, and doing it, all of it or none. */
@Component
@Transactional(readOnly = true)
public class Exchange {

    private final AssignmentTable table;
    private final AssignmentLocks locks;
    private final Timetables timetables;
    private final HandoverCoverage coverage;
    private final Announcer announcer;
    private final Clock clock;

    Exchange(
            AssignmentTable table,
            AssignmentLocks locks,
            Timetables timetables,
            HandoverCoverage coverage,
            Announcer announcer,
            Clock clock) {
        this.table = table;
        this.locks = locks;
        this.timetables = timetables;
        this.coverage = coverage;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** These assignments by id, live or not, or 404 {@code assignment_unknown} when one of them is not there. */
    public Map<UUID, Assignment> shifts(Collection<UUID> ids) {
        var found = table.all(ids).stream().collect(Collectors.toMap(Assignment::id, row -> row));
        if (!found.keySet().containsAll(ids)) {
            throw Problem.notFound("assignment_unknown");
        }
        return found;
    }

    /**
     * Holds the rota of these agents to the end of the transaction; nobody else plans, swaps or leaves meanwhile. And their
     * departments, when there are several. Refuses with 404 {@code agent_unknown}.
     */
    @Transactional
    public void hold(Collection<String> agents) {
        coverage.hold(agents);
        table.lockAgents(agents);
    }

    /**
     * What each handover means for the person, looked at alone; all of the shifts are live and have a type, and what is given
     * away is that person's.
     *
     * @param people everybody who takes one
     */
    public List<HandoverFacts.Outlook> outlooks(List<Handover> handovers, Map<String, Agent> people) {
        if (handovers.isEmpty()) {
            return List.of();
        }
        var around = timetables.aroundHandovers(handovers);
        var now = clock.instant();
        return handovers.stream()
                .map(handover -> around.outlook(handover, Objects.requireNonNull(people.get(handover.agentId())), now))
                .toList();
    }

    /** The same for many handovers between these shifts, of which there is at least one, batch after batch. */
    public Outlooks outlooks(Collection<Assignment> shifts) {
        return new Outlooks(timetables, shifts.stream().map(Assignment::day).toList(), clock.instant());
    }

    /** What departments lose and win by all of these together. */
    public List<CoverageChange> coverage(List<Handover> handovers, Map<String, Agent> people) {
        return coverage.of(handovers, people);
    }

    /**
     * Lets all of these shifts change hands: what was there becomes SWAPPED, and each person has the taken shift, which
     * replaces the one of whoever gave it away. Refuses with 409 {@code assignment_gone} when one is not live or not that
     * person's, {@code shift_locked} when the request does not hold all of them, {@code assignment_conflict} when somebody's
     * time is taken; nothing is changed then, even if the caller goes on and commits.
     */
    @Transactional(propagation = Propagation.NESTED)
    public List<Assignment> execute(UUID request, List<Handover> handovers) {
        table.lockAgents(handovers.stream().map(Handover::agentId).toList());
        var rows = table.hold(
                handovers.stream().map(handover -> handover.gives().id()).toList());
        refuseGone(rows, handovers);
        refuseUnheld(rows, request);
        table.swap(rows);
        var taken = handovers.stream().map(Proposed::in).map(Proposed::row).toList();
        if (table.insert(taken).size() < taken.size()) {
            throw Problem.conflict("assignment_conflict");
        }
        announcer.changed(Stream.concat(rows.stream(), taken.stream()).toList());
        return taken;
    }

    private static void refuseGone(List<Assignment> rows, List<Handover> handovers) {
        var expected = handovers.stream()
                .map(handover -> Map.entry(handover.gives().id(), handover.agentId()))
                .collect(Collectors.toSet());
        var live = rows.stream()
                .filter(row -> row.status() == Assignment.Status.ACTIVE)
                .map(row -> Map.entry(row.id(), row.agentId()))
                .collect(Collectors.toSet());
        if (!live.equals(expected)) {
            throw Problem.conflict("assignment_gone");
        }
    }

    private void refuseUnheld(List<Assignment> rows, UUID request) {
        Set<UUID> held = new HashSet<>();
        locks.on(rows).stream()
                .filter(lock -> lock.requestId().equals(request))
                .forEach(lock -> held.add(lock.assignmentId()));
        if (held.size() < rows.size()) {
            throw Problem.conflict("shift_locked");
        }
    }
}
