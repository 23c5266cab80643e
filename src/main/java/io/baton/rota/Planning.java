package io.baton.rota;

import io.baton.identity.Tenants;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts shifts on the rota: all that are asked for, or none and the reasons. */
@Component
class Planning {

    private static final Comparator<Assignment> ORDER =
            Comparator.comparing(Assignment::agentId).thenComparing(Assignment::during);

    private final AssignmentTable table;
    private final AbsenceTable absences;
    private final ShiftTypes types;
    private final Agents agents;
    private final Tenants tenants;
    private final Announcer announcer;

    Planning(
            AssignmentTable table,
            AbsenceTable absences,
            ShiftTypes types,
            Agents agents,
            Tenants tenants,
            Announcer announcer) {
        this.table = table;
        this.absences = absences;
        this.types = types;
        this.agents = agents;
        this.tenants = tenants;
        this.announcer = announcer;
    }

    List<Assignment> assign(Collection<Slot> slots) {
        table.lockAgents(slots.stream().map(Slot::agentId).toList());
        var known = new HashMap<UUID, ShiftType>();
        var rows = slots.stream()
                .map(slot -> row(slot, known.computeIfAbsent(slot.shiftTypeId(), types::get)))
                .sorted(ORDER)
                .toList();
        var conflicts = new ArrayList<Map<String, String>>();
        rows.forEach(row -> conflict(row).ifPresent(conflicts::add));
        if (!conflicts.isEmpty()) {
            throw Problem.conflict("assignment_conflict", conflicts, Map.of());
        }
        announcer.changed(rows);
        return rows;
    }

    private Assignment row(Slot slot, ShiftType type) {
        var during = type.on(slot.day(), tenants.settings().zone());
        var agent = agents.get(slot.agentId()).id();
        return new Assignment(Ids.next(), agent, slot.day(), during, type.id(), Assignment.Status.ACTIVE, null, null);
    }

    /** Inserts the row, or tells what stands against it. */
    private Optional<Map<String, String>> conflict(Assignment row) {
        if (onLeave(row)) {
            return Optional.of(conflict(row, "on_leave", Map.of()));
        }
        if (table.insert(row)) {
            return Optional.empty();
        }
        var blockers = table.overlapping(row.agentId(), row.during());
        return Optional.of(conflict(
                row,
                "already_assigned",
                Map.of(
                        "blockedBy",
                        blockers.stream()
                                .map(blocker -> blocker.id().toString())
                                .collect(Collectors.joining(",")))));
    }

    private boolean onLeave(Assignment row) {
        var settings = tenants.settings();
        var noon = HalfDays.noon(row.day(), settings.zone(), settings.noon());
        return absences.of(Set.of(row.agentId()), row.day(), row.day()).stream()
                .anyMatch(absence -> absence.half() == Half.MORNING
                        ? row.during().start().isBefore(noon)
                        : row.during().end().isAfter(noon));
    }

    private static Map<String, String> conflict(Assignment row, String code, Map<String, String> more) {
        var conflict = new HashMap<>(more);
        conflict.put("code", code);
        conflict.put("agentId", row.agentId());
        conflict.put("date", row.day().toString());
        return Map.copyOf(conflict);
    }
}
