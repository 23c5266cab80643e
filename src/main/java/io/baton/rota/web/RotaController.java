package io.baton.rota.web;

import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.TimeWindow;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the plan: to agents and managers that of their own department, to administrators all of it. */
@RestController
@RequestMapping("/api/v1/rota")
class RotaController {

    static final int MOST_DAYS = 62;

    private final Rota rota;
    private final Agents agents;
    private final AssignmentLocks locks;
    private final ShiftTypes types;
    private final Tenants tenants;
    private final CurrentActor current;

    RotaController(
            Rota rota, Agents agents, AssignmentLocks locks, ShiftTypes types, Tenants tenants, CurrentActor current) {
        this.rota = rota;
        this.agents = agents;
        this.locks = locks;
        this.types = types;
        this.tenants = tenants;
        this.current = current;
    }

    record Person(String id, String name, String department) {}

    /** @param heldBy the number of the open request that holds it, which nothing else moves meanwhile */
    record Row(
            UUID id,
            String agentId,
            LocalDate date,
            @Nullable UUID shiftTypeId,
            Instant start,
            Instant end,
            Assignment.Status status,
            @Nullable UUID leaveId,
            @Nullable String heldBy,
            List<Span> breaks) {

        static Row of(Assignment row) {
            return of(row, null, List.of());
        }

        static Row of(Assignment row, @Nullable String heldBy, List<TimeWindow> breaks) {
            return new Row(
                    row.id(),
                    row.agentId(),
                    row.day(),
                    row.shiftTypeId(),
                    row.during().start(),
                    row.during().end(),
                    row.status(),
                    row.leaveId(),
                    heldBy,
                    breaks.stream()
                            .map(pause -> new Span(pause.start(), pause.end()))
                            .toList());
        }
    }

    record Span(Instant start, Instant end) {}

    record Plan(
            LocalDate from,
            LocalDate to,
            String zone,
            List<Person> people,
            List<ShiftTypeView> shiftTypes,
            List<Row> assignments) {}

    /** @param breaks whether each shift tells its breaks */
    @GetMapping
    Plan plan(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(defaultValue = "false") boolean breaks,
            Locale locale) {
        var visible = visible(current.get(), department);
        Rota.requireRange(from, to, MOST_DAYS);
        var people = agents.of(visible).stream()
                .filter(person -> agent == null || person.id().equals(agent.toLowerCase(Locale.ROOT)))
                .toList();
        var rows = rota.assignments(people.stream().map(Agent::id).toList(), from, to);
        var heldBy = locks.between(from, to).stream()
                .collect(Collectors.toMap(AssignmentLocks.Lock::assignmentId, AssignmentLocks.Lock::number));
        return new Plan(
                from,
                to,
                tenants.settings().zone().getId(),
                people.stream()
                        .map(person -> new Person(person.id(), person.name(), person.department()))
                        .toList(),
                types.histories().stream()
                        .map(type -> ShiftTypeView.of(type, from, locale))
                        .toList(),
                rows.stream()
                        .map(row -> Row.of(row, heldBy.get(row.id()), breaks ? types.pauses(row) : List.of()))
                        .toList());
    }

    /** The department whose plan the actor is shown; none means all of them. */
    static @Nullable String visible(Actor actor, @Nullable String wanted) {
        actor.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        if (actor.is(Role.ADMIN)) {
            return wanted;
        }
        var own = actor.department();
        if (own == null || (wanted != null && !wanted.equals(own))) {
            throw Problem.forbidden("forbidden");
        }
        return own;
    }
}
