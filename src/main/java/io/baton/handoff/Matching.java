package io.baton.handoff;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings requests and agents together: the first in the queue whom somebody may serve goes first, and gets the agent whom
 * the rules rank best and whose seat can be claimed. Nobody waits here for anybody else, so a department has no line of
 * transactions: two who look at the same instant claim different seats, and who finds none is woken by {@link Dispatcher}
 * once those who were faster are done.
 */
@Component
class Matching {

    private static final Duration NOT_AGAIN = Duration.ofMinutes(5);
    private static final Duration OFFER = Duration.ofSeconds(30);

    /** The queue is read in pieces: nearly always somebody of the first is served. */
    private static final int CHUNK = 20;

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

    /** Whether anybody who could serve the request is at work within the opening hours of the department. */
    boolean anyoneOnDutyFor(UUID id) {
        var department = handoffs.get(id).place().department();
        return floor.isOpen(department) && floor.hasAnyone(department);
    }

    /**
     * Claims a seat for the request if it is its turn: somebody may serve it, and everybody before it whom somebody may serve
     * has a seat as well. So those who come while others are being woken need not wait for that.
     */
    Match match(UUID id) {
        var handoff = handoffs.lock(id);
        return handoff.now().state() == HandoffState.PENDING ? offer(handoff, left(handoff.now())) : Match.NONE;
    }

    /** Who may serve the request after one seat was put aside for each who waits before it. */
    private List<Candidate> left(HandoffSnapshot wanted) {
        var department = wanted.place().department();
        var seats = new FreeSeats(free(department));
        var asked = asked(department);
        for (var waiting = line(department); waiting.hasNext() && !seats.isEmpty(); ) {
            var next = waiting.next();
            var agents = eligible(next, seats.agents(), asked);
            if (next.id().equals(wanted.id())) {
                return agents;
            }
            seats.putAside(agents);
        }
        return List.of();
    }

    /** Who of a department could take the request, best first, whatever was asked before. */
    List<Scoring.Ranked> rank(String department, HandoffSnapshot handoff) {
        return scoring.rank(department, handoff, free(department));
    }

    /** A request that waits, and the agents who may serve it now. */
    record Servable(HandoffSnapshot handoff, List<Candidate> agents) {}

    /** The first in the queue whom somebody may serve now, and by whom. */
    Optional<Servable> servable(String department) {
        var waiting = line(department);
        if (!waiting.hasNext()) {
            return Optional.empty();
        }
        var free = free(department);
        if (free.isEmpty()) {
            return Optional.empty();
        }
        var asked = asked(department);
        while (waiting.hasNext()) {
            var next = waiting.next();
            var agents = eligible(next, free, asked);
            if (!agents.isEmpty()) {
                return Optional.of(new Servable(next, agents));
            }
        }
        return Optional.empty();
    }

    private Iterator<HandoffSnapshot> line(String department) {
        return new Line(after -> queue.pending(department, CHUNK, after), CHUNK);
    }

    private List<Candidate> free(String department) {
        return floor.of(department).stream()
                .filter(agent -> agent.seat().isFree())
                .toList();
    }

    private Set<QueueTable.Asked> asked(String department) {
        var since = turn.now().minus(turn.setting("handoff.not-again-within", NOT_AGAIN));
        return new HashSet<>(queue.asked(department, since));
    }

    /** Whether one of those who may serve it can be claimed at this moment, and then to the end of the transaction. */
    boolean isClaimable(Servable servable) {
        return seats.isClaimable(
                turn.tenant(),
                servable.agents().stream()
                        .collect(Collectors.toMap(
                                Candidate::id, agent -> agent.seat().max())));
    }

    private static List<Candidate> eligible(
            HandoffSnapshot handoff, List<Candidate> agents, Set<QueueTable.Asked> asked) {
        return agents.stream()
                .filter(agent -> agent.mayReceive(handoff))
                .filter(agent -> !asked.contains(new QueueTable.Asked(handoff.id(), agent.id())))
                .toList();
    }

    private Match offer(Handoff handoff, List<Candidate> agents) {
        if (agents.isEmpty()) {
            return Match.NONE;
        }
        for (var ranked : scoring.rank(handoff.now().place().department(), handoff.now(), agents)) {
            var agent = ranked.candidate();
            var now = turn.now();
            if (seats.tryClaim(turn.tenant(), agent.id(), agent.seat(), now)) {
                var until = now.plus(turn.setting("handoff.offer-timeout", OFFER));
                handoff.offer(new Offer(agent.id(), ranked.score(), now, until), turn.actor());
                handoffs.save(handoff);
                return new Match(true, agent.autoAccept());
            }
        }
        return Match.NONE;
    }
}
