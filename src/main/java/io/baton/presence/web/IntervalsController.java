package io.baton.presence.web;

import io.baton.kernel.Actor;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.TimeWindow;
import io.baton.presence.Adherence;
import io.baton.presence.PresenceInterval;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows who was present when: to agents their own times, to managers their department's, to administrators all. */
@RestController
@RequestMapping("/api/v1/presence/intervals")
class IntervalsController {

    private static final Duration LONGEST = Duration.ofDays(62);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Adherence adherence;
    private final Agents agents;
    private final CurrentActor current;

    IntervalsController(Adherence adherence, Agents agents, CurrentActor current) {
        this.adherence = adherence;
        this.agents = agents;
        this.current = current;
    }

    @GetMapping
    Page<PresenceInterval> list(
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var people = visible(current.get(), person == null ? null : person.toLowerCase(Locale.ROOT), department);
        var after = cursor == null ? null : Ids.parse(cursor, "cursor_unknown");
        return adherence.page(people, window(from, to), limit, after);
    }

    private List<String> visible(Actor actor, @Nullable String person, @Nullable String department) {
        actor.require(Role.CUSTOMER_SERVICE, Role.MANAGER, Role.ADMIN);
        if (!actor.is(Role.MANAGER) && !actor.is(Role.ADMIN)) {
            if ((person != null && !person.equals(actor.id())) || department != null) {
                throw Problem.forbidden("forbidden");
            }
            return List.of(actor.id());
        }
        if (person == null) {
            return agents.of(department(actor, department)).stream()
                    .map(Agent::id)
                    .toList();
        }
        var agent = agents.get(person);
        if (!actor.leads(agent.department()) && !agent.id().equals(actor.id())) {
            throw Problem.forbidden("forbidden");
        }
        return department == null || department.equals(agent.department()) ? List.of(agent.id()) : List.of();
    }

    private static @Nullable String department(Actor actor, @Nullable String wanted) {
        var asked = wanted == null && !actor.is(Role.ADMIN) ? actor.department() : wanted;
        if (!actor.leads(asked)) {
            throw Problem.forbidden("forbidden");
        }
        return asked;
    }

    private static TimeWindow window(Instant from, Instant to) {
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw Problem.invalid("from", "not between " + EARLIEST + " and " + LATEST);
        }
        if (!from.isBefore(to)) {
            throw Problem.invalid("to", "not after from");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Problem.invalid("to", "more than " + LONGEST.toDays() + " days");
        }
        return new TimeWindow(from, to);
    }
}
