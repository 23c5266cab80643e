package io.baton.presence.web;

import io.baton.identity.Tenants;
import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.presence.Light;
import io.baton.presence.Presence;
import io.baton.presence.State;
import io.baton.presence.Status;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.Rota;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a day's plan with each person's light: to administrators of all, to others of their own department. */
@RestController
@RequestMapping("/api/v1/rota/live")
class LiveRotaController {

    private final Presence presence;
    private final Rota rota;
    private final Agents agents;
    private final Tenants tenants;
    private final CurrentActor current;
    private final Clock clock;

    LiveRotaController(
            Presence presence, Rota rota, Agents agents, Tenants tenants, CurrentActor current, Clock clock) {
        this.presence = presence;
        this.rota = rota;
        this.agents = agents;
        this.tenants = tenants;
        this.current = current;
        this.clock = clock;
    }

    record Board(LocalDate date, List<Person> people) {}

    record Person(
            String id, String name, String department, Light light, State state, boolean onShift, List<Shift> shifts) {}

    record Shift(Instant start, Instant end, @Nullable UUID shiftTypeId, Assignment.Status status) {

        static Shift of(Assignment row) {
            return new Shift(row.during().start(), row.during().end(), row.shiftTypeId(), row.status());
        }
    }

    @GetMapping
    Board board(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String department) {
        var people = agents.of(visible(current.get(), department));
        var day = date == null
                ? LocalDate.ofInstant(clock.instant(), tenants.settings().zone())
                : date;
        var ids = people.stream().map(Agent::id).toList();
        var shifts = rota.assignments(ids, day, day).stream().collect(Collectors.groupingBy(Assignment::agentId));
        var statuses = presence.of(ids);
        return new Board(
                day,
                people.stream().map(agent -> person(agent, statuses, shifts)).toList());
    }

    private static Person person(Agent agent, Map<String, Status> statuses, Map<String, List<Assignment>> shifts) {
        var status = statuses.getOrDefault(agent.id(), Status.UNKNOWN);
        return new Person(
                agent.id(),
                agent.name(),
                agent.department(),
                status.light(),
                status.state(),
                status.onShift(),
                shifts.getOrDefault(agent.id(), List.of()).stream()
                        .map(Shift::of)
                        .toList());
    }

    private static @Nullable String visible(Actor actor, @Nullable String wanted) {
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
