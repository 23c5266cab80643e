package io.baton.rota;

import io.baton.identity.Tenants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what is on the rota around shifts that are to be planned. */
@Component
class Timetables {

    private final AssignmentTable table;
    private final AbsenceTable absences;
    private final AssignmentLocks locks;
    private final ShiftTypes types;
    private final Tenants tenants;

    Timetables(AssignmentTable table, AbsenceTable absences, AssignmentLocks locks, ShiftTypes types, Tenants tenants) {
        this.table = table;
        this.absences = absences;
        this.locks = locks;
        this.types = types;
        this.tenants = tenants;
    }

    /** There must be at least one handover. */
    Surroundings aroundHandovers(List<Handover> handovers) {
        var given = handovers.stream().map(handover -> new Proposed(handover.step(), handover.gives()));
        return around(Stream.concat(handovers.stream().map(Proposed::in), given).toList());
    }

    /** There must be at least one proposal. */
    Surroundings around(List<Proposed> proposals) {
        var agents =
                proposals.stream().map(proposal -> proposal.row().agentId()).collect(Collectors.toSet());
        var days =
                proposals.stream().map(proposal -> proposal.row().day()).collect(Collectors.toCollection(TreeSet::new));
        var around = around(agents, days);
        var heldBy = heldBy(proposals, around.timetables());
        return new Surroundings(around.timetables(), heldBy, around.types(), around.away(), around.settings());
    }

    /** What stands on the rota of these agents around these days, of which there is at least one; not who holds what. */
    Surroundings around(Collection<String> agents, NavigableSet<LocalDate> days) {
        var known = types.histories().stream().collect(Collectors.toMap(ShiftTypeHistory::id, Function.identity()));
        return new Surroundings(
                read(agents, days, known),
                Map.of(),
                known,
                absences.of(agents, days.first(), days.last()).stream()
                        .map(absence -> new Surroundings.HalfOff(absence.agentId(), absence.day(), absence.half()))
                        .collect(Collectors.toSet()),
                tenants.settings());
    }

    private Map<String, Timetable> read(
            Collection<String> agents, Collection<LocalDate> days, Map<UUID, ShiftTypeHistory> known) {
        var zone = tenants.settings().zone();
        var timetables = new HashMap<String, Timetable>();
        agents.forEach(agent -> timetables.put(agent, new Timetable(row -> minutes(row, known, zone))));
        var from = Collections.min(days.stream().map(Timetable::earliest).toList());
        var to = Collections.max(days.stream().map(Timetable::latest).toList());
        for (var row : table.live(agents, from, to)) {
            Objects.requireNonNull(timetables.get(row.agentId())).add(row);
        }
        return timetables;
    }

    /** Of assignments that have some of the time of what is proposed, which open request holds them. */
    Map<UUID, String> heldBy(List<Proposed> proposals, Map<String, Timetable> timetables) {
        var taken = proposals.stream()
                .map(Proposed::row)
                .flatMap(row -> Objects.requireNonNull(timetables.get(row.agentId())).taking(row.during()).stream())
                .distinct()
                .toList();
        return locks.on(taken).stream()
                .collect(Collectors.toMap(AssignmentLocks.Lock::assignmentId, AssignmentLocks.Lock::number));
    }

    private static long minutes(Assignment row, Map<UUID, ShiftTypeHistory> types, ZoneId zone) {
        var type = row.shiftTypeId() == null ? null : types.get(row.shiftTypeId());
        var paid = type == null
                ? row.during().duration()
                : type.plannedBy(row, zone).paid(row.day(), row.during(), zone);
        return paid.toMinutes();
    }
}
