package io.baton.rota;

import io.baton.kernel.Problem;
import io.baton.kernel.Reason;
import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes shifts off the rota that nobody has begun, nothing holds and no leave has taken. */
@Component
class Removal {

    private static final String RULE = "Only a shift that is still to come is taken off the rota";

    private final AssignmentTable table;
    private final AssignmentLocks locks;
    private final Agents agents;
    private final Announcer announcer;
    private final Clock clock;

    Removal(AssignmentTable table, AssignmentLocks locks, Agents agents, Announcer announcer, Clock clock) {
        this.table = table;
        this.locks = locks;
        this.agents = agents;
        this.announcer = announcer;
        this.clock = clock;
    }

    List<PlanningConflict> remove(Collection<UUID> ids) {
        table.lockAgents(owners(table.all(ids)));
        var rows = table.hold(ids);
        if (rows.size() < Set.copyOf(ids).size()) {
            throw Problem.notFound("assignment_unknown");
        }
        var conflicts = List.copyOf(against(rows).values());
        if (conflicts.isEmpty() && !rows.isEmpty()) {
            table.supersede(rows);
            announcer.removed(rows, agents.named(owners(rows)));
        }
        return conflicts;
    }

    /** What stands against taking these off the rota, by their ids and in their order. */
    Map<UUID, PlanningConflict> against(List<Assignment> rows) {
        var held = locks.on(rows).stream()
                .collect(Collectors.toMap(AssignmentLocks.Lock::assignmentId, AssignmentLocks.Lock::number));
        var conflicts = new LinkedHashMap<UUID, PlanningConflict>();
        for (var row : rows) {
            against(row, held)
                    .ifPresent(reason -> conflicts.put(
                            row.id(),
                            new PlanningConflict(
                                    row.agentId(), row.day(), new Finding(RULE, Severity.BLOCKS, reason))));
        }
        return conflicts;
    }

    private Optional<Reason> against(Assignment row, Map<UUID, String> held) {
        return switch (row.status()) {
            case SUPERSEDED, SWAPPED ->
                Optional.of(new Reason("assignment_gone", Map.of(), "该班次已被更改。", "This shift was changed meanwhile."));
            case LEAVE -> Optional.of(new Reason("on_leave", Map.of(), "该时段已请假。", "On leave at this time."));
            case ACTIVE -> {
                var number = held.get(row.id());
                if (number != null) {
                    yield Optional.of(new Reason(
                            "shift_locked",
                            Map.of("request", number),
                            "该班次已被未结束的申请 " + number + " 锁定。",
                            "The shift is held by the open request " + number + "."));
                }
                yield row.during().start().isAfter(clock.instant())
                        ? Optional.empty()
                        : Optional.of(new Reason("shift_begun", Map.of(), "该班次已经开始。", "The shift has begun already."));
            }
        };
    }

    private static Set<String> owners(Collection<Assignment> rows) {
        return rows.stream().map(Assignment::agentId).collect(Collectors.toSet());
    }
}
