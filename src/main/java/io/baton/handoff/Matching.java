package io.baton.handoff;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Brings requests and agents together, one request of a department after the other: the first in the queue whom somebody
 * may serve goes first, and gets the agent whom the rules rank best and whose seat can be claimed. Runs inside a
 * transaction, which holds the department to its end.
 */
@Component
class Matching {

    private static final Duration NOT_AGAIN = Duration.ofMinutes(5);
    private static final Duration OFFER = Duration.ofSeconds(30);

    private final Handoffs handoffs;
    private final QueueTable queue;
    private final Floor floor;
    private final Scoring scoring;
    private final Seats seats;
    private final Turn turn;

    Matching(Handoffs handoffs, QueueTable queue, Floor floor, Scoring scoring, Seats seats, Turn turn) {
        this.handoffs = handoffs;
        this.queue = queue;
        this.floor = floor;
        this.scoring = scoring;
        this.seats = seats;
        this.turn = turn;
    }

    /** How a request was matched; {@code auto} agents are not asked. */
    record Match(boolean found, boolean auto) {
        static final Match NONE = new Match(false, false);
    }

    void hold(String department) {
        queue.hold(turn.tenant(), department);
    }

    /** Whether anybody who could serve the request is at work within the opening hours of the department. */
    boolean anyoneOnDutyFor(UUID id) {
        var department = handoffs.get(id).place().department();
        return floor.isOpen(department) && !floor.of(department).isEmpty();
    }

    /** Claims a seat for the request if it is its turn and somebody may serve it. */
    Match match(UUID id) {
        var department = handoffs.get(id).place().department();
        hold(department);
        var handoff = handoffs.lock(id);
        if (handoff.now().state() != HandoffState.PENDING
                || !handoff.now().place().department().equals(department)) {
            return Match.NONE;
        }
        var servable = servable(department);
        return servable.filter(next -> next.handoff().id().equals(id))
                .map(next -> offer(handoff, next.agents()))
                .orElse(Match.NONE);
    }

    /** The first in the queue whom somebody may serve now. */
    Optional<UUID> next(String department) {
        hold(department);
        return servable(department).map(next -> next.handoff().id());
    }

    /** Who of a department could take the request, best first, whatever was asked before. */
    List<Scoring.Ranked> rank(String department, HandoffSnapshot handoff) {
        hold(department);
        var free = floor.of(department).stream()
                .filter(agent -> agent.seat().isFree())
                .toList();
        return scoring.rank(department, handoff, free);
    }

    /** A request that waits, and the agents who may serve it now. */
    record Servable(HandoffSnapshot handoff, List<Candidate> agents) {}

    /** The first in the queue whom somebody may serve now, and by whom; the department is to be held. */
    Optional<Servable> servable(String department) {
        var agents = floor.of(department);
        if (agents.stream().noneMatch(agent -> agent.seat().isFree())) {
            return Optional.empty();
        }
        var since = turn.now().minus(turn.setting("handoff.not-again-within", NOT_AGAIN));
        var asked = new HashSet<>(queue.asked(department, since));
        return queue.pending(department).stream()
                .map(handoff -> new Servable(handoff, eligible(handoff, agents, asked)))
                .filter(servable -> !servable.agents().isEmpty())
                .findFirst();
    }

    private static List<Candidate> eligible(
            HandoffSnapshot handoff, List<Candidate> agents, Set<QueueTable.Asked> asked) {
        return agents.stream()
                .filter(agent -> agent.mayReceive(handoff))
                .filter(agent -> !asked.contains(new QueueTable.Asked(handoff.id(), agent.id())))
                .toList();
    }

    private Match offer(Handoff handoff, List<Candidate> agents) {
        for (var ranked : scoring.rank(handoff.now().place().department(), handoff.now(), agents)) {
            var agent = ranked.candidate();
            var now = turn.now();
            if (seats.claim(turn.tenant(), agent.id(), agent.seat().max(), now)) {
                var until = now.plus(turn.setting("handoff.offer-timeout", OFFER));
                handoff.offer(new Offer(agent.id(), ranked.score(), now, until), turn.actor());
                handoffs.save(handoff);
                return new Match(true, agent.autoAccept());
            }
        }
        return Match.NONE;
    }
}
