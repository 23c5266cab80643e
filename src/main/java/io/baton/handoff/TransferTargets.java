package io.baton.handoff;

import io.baton.identity.Department;
import io.baton.identity.Directory;
import io.baton.kernel.Problem;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows to whom a conversation may go: every department and every agent of the tenant, and what speaks against whom at
 * this moment. A department is open while somebody of it is on duty within the opening hours.
 */
@Component
class TransferTargets {

    private static final Comparator<Standing> FREE_FIRST = Comparator.comparing((Standing one) -> !one.isEligible())
            .thenComparing(one -> one.agent().id());

    private final Agents agents;
    private final Directory directory;
    private final Standings standings;
    private final QueueTable queue;
    private final Floor floor;
    private final Turn turn;

    TransferTargets(Agents agents, Directory directory, Standings standings, QueueTable queue, Floor floor, Turn turn) {
        this.agents = agents;
        this.directory = directory;
        this.standings = standings;
        this.queue = queue;
        this.floor = floor;
        this.turn = turn;
    }

    /** Everybody of the tenant, the free ones first, then by id. */
    List<Standing> agents(@Nullable String sender) {
        return standings.of(agents.of(null)).stream()
                .map(standing -> standing.seenBy(sender))
                .sorted(FREE_FIRST)
                .toList();
    }

    /** The departments in the order in which the directory has them. */
    List<TransferChoices.Group> departments(List<Standing> everybody) {
        var people = everybody.stream()
                .collect(Collectors.groupingBy(one -> one.agent().department()));
        var waiting = queue.lengths();
        return directory.departments().stream()
                .map(department -> group(department, people.getOrDefault(department.id(), List.of()), waiting))
                .toList();
    }

    /**
     * Who is meant. Refuses with 422 what does not exist or cannot be meant, and with 409 {@code target_unavailable} whoever
     * cannot take a conversation now; the problem says why as {@code reason}.
     */
    TransferTarget resolve(TransferWish wish, String sender) {
        var person = wish.agent();
        var department = wish.department();
        if (person != null && department == null) {
            return agent(person.strip().toLowerCase(Locale.ROOT), wish, sender);
        }
        if (department != null && person == null) {
            return department(department, wish, sender);
        }
        throw Problem.invalid("agent", "either an agent or a department is to be named");
    }

    static Problem unavailable(String reason) {
        return Problem.of(409, "target_unavailable", Map.of("reason", reason));
    }

    private TransferTarget agent(String id, TransferWish wish, String sender) {
        if (id.equals(sender) || id.equals(turn.actor().id())) {
            throw Problem.invalid("agent", "serves the conversation already");
        }
        if (wish.queue() || !wish.skills().isEmpty()) {
            throw Problem.invalid("department", "only a department has a queue and is asked for skills");
        }
        var agent = agents.find(id).orElseThrow(() -> Problem.invalid("agent", "is no agent of this tenant"));
        obstacle(agent).ifPresent(obstacle -> {
            throw unavailable(obstacle.name());
        });
        return new TransferTarget(agent.department(), agent.id(), wish.skills(), false);
    }

    private TransferTarget department(String id, TransferWish wish, String sender) {
        var known = directory
                .department(id)
                .orElseThrow(() -> Problem.invalid("department", "is no department of this tenant"));
        var able = agents.of(known.id()).stream()
                .filter(agent -> agent.skills().containsAll(wish.skills()))
                .toList();
        if (!wish.skills().isEmpty() && able.isEmpty()) {
            throw Problem.invalid("skills", "nobody of the department has them all");
        }
        var onDuty = floor.isOpen(known.id())
                && standings.of(able).stream()
                        .anyMatch(one -> one.isOnDuty() && !one.agent().id().equals(sender));
        if (!onDuty) {
            throw unavailable("CLOSED");
        }
        return new TransferTarget(known.id(), null, wish.skills(), wish.queue());
    }

    private Optional<Obstacle> obstacle(Agent agent) {
        return Optional.ofNullable(standings.of(List.of(agent)).getFirst().obstacle());
    }

    private TransferChoices.Group group(Department department, List<Standing> people, Map<String, Integer> waiting) {
        return new TransferChoices.Group(
                department,
                floor.isOpen(department.id()) && people.stream().anyMatch(Standing::isOnDuty),
                waiting.getOrDefault(department.id(), 0),
                (int) people.stream().filter(Standing::isOnDuty).count(),
                people.stream().mapToInt(Standing::freeSeats).sum(),
                people.stream()
                        .flatMap(one -> one.agent().skills().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
