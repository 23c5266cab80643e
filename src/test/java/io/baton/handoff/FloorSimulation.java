package io.baton.handoff;

import io.baton.handoff.WorkingDay.Enquiry;
import io.baton.handoff.WorkingDay.Worker;
import io.baton.kernel.Workspace;
import io.baton.rules.RuleBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A department in virtual time: customers come, wait in the order of the queue, are offered to whom the strategy names, are
 * accepted, rejected or not answered, and are served; those who lose their patience leave. The rules of the queue are those
 * of {@link Matching}, with the deadlines that tenants get.
 */
final class FloorSimulation {

    private static final double OFFER = 30;
    private static final double RAISED_AFTER = 60;
    private static final double GIVEN_UP_AFTER = 600;
    private static final double NOT_AGAIN = 300;
    private static final int MISSES = 3;
    private static final double AWAY_FOR = 300;
    private static final Duration AGEING = Duration.ofMinutes(3);

    private static final RuleBook RULES = rules();

    private final Strategy strategy;
    private final Behaviour behaviour;
    private final RandomGenerator random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final TreeSet<SimulatedRequest> queue = new TreeSet<>();
    private final List<SimulatedAgent> agents = new ArrayList<>();
    private final Map<Integer, String> lastAgents = new HashMap<>();
    private final ServiceLevel level;
    private double now;
    private long sequence;

    /**
     * What people do.
     *
     * @param asks whether agents are asked, and may reject or miss an offer
     * @param leaves whether customers lose their patience, and Baton gives up after ten minutes
     */
    record Behaviour(boolean asks, boolean leaves) {
        static final Behaviour REAL = new Behaviour(true, true);
        static final Behaviour TEXTBOOK = new Behaviour(false, false);
    }

    private record Event(double at, long sequence, Runnable what) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = Double.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    FloorSimulation(Strategy strategy, Behaviour behaviour, long seed) {
        this.strategy = strategy;
        this.behaviour = behaviour;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.level = new ServiceLevel();
    }

    /** Plays a day to its end. */
    ServiceLevel play(List<Worker> workers, List<Enquiry> enquiries) {
        for (var worker : workers) {
            var agent = new SimulatedAgent(worker);
            agents.add(agent);
            at(worker.from(), this::dispatch);
            level.staffed(agent);
        }
        enquiries.forEach(enquiry -> at(enquiry.at(), () -> arrive(new SimulatedRequest(enquiry, AGEING))));
        for (var next = events.poll(); next != null; next = events.poll()) {
            now = next.at();
            next.what().run();
        }
        return level;
    }

    private static RuleBook rules() {
        var workspace = new Workspace(null);
        return RuleBook.compile("handoff", workspace.read("rules/handoff.drl"))
                .with(workspace.read("rules/handoff-weights.csv"));
    }

    private void at(double time, Runnable what) {
        events.add(new Event(time, sequence++, what));
    }

    private void arrive(SimulatedRequest request) {
        queue.add(request);
        if (behaviour.leaves()) {
            at(now + request.enquiry().patience(), () -> leave(request));
            at(now + GIVEN_UP_AFTER, () -> giveUp(request));
        }
        at(now + RAISED_AFTER, () -> raise(request));
        dispatch();
    }

    /** One after the other: the first in the queue whom somebody may serve, and the best for that one. */
    private void dispatch() {
        var free = agents.stream().filter(agent -> agent.isFree(now)).toList();
        while (!free.isEmpty() && serveNext(free)) {
            free = free.stream().filter(agent -> agent.isFree(now)).toList();
        }
    }

    private boolean serveNext(List<SimulatedAgent> free) {
        for (var request : queue) {
            var eligible = free.stream()
                    .filter(agent -> request.mayGoTo(agent, now, NOT_AGAIN))
                    .toList();
            if (!eligible.isEmpty()) {
                queue.remove(request);
                offer(request, best(request, eligible));
                return true;
            }
        }
        return false;
    }

    private SimulatedAgent best(SimulatedRequest request, List<SimulatedAgent> eligible) {
        var candidates = eligible.stream().map(SimulatedAgent::asCandidate).toList();
        var demand = new Demand(
                request.priority(),
                request.enquiry().skills(),
                strategy,
                strategy.shares(candidates),
                lastAgents.get(request.enquiry().customer()));
        var chosen =
                Scoring.rank(RULES, demand, candidates).getFirst().candidate().id();
        return eligible.stream()
                .filter(agent -> agent.id().equals(chosen))
                .findFirst()
                .orElseThrow();
    }

    private void offer(SimulatedRequest request, SimulatedAgent agent) {
        agent.claim(now);
        request.offered(agent);
        if (!behaviour.asks()) {
            accept(request, agent);
            return;
        }
        var said = random.nextDouble();
        var worker = agent.worker();
        var missed = said > (1 + worker.accepts()) / 2;
        var answer = missed ? OFFER : Math.min(OFFER, -worker.answers() * Math.log(1 - random.nextDouble()));
        at(now + answer, () -> {
            if (request.isOffered() && said < worker.accepts()) {
                accept(request, agent);
            } else if (request.isOffered()) {
                decline(request, agent, missed);
            }
        });
    }

    private void decline(SimulatedRequest request, SimulatedAgent agent, boolean missed) {
        agent.giveBack(now);
        request.returned(agent, now);
        queue.add(request);
        if (agent.declined(missed) >= MISSES) {
            agent.away(true);
            at(now + AWAY_FOR, () -> {
                agent.away(false);
                dispatch();
            });
        }
        dispatch();
    }

    private void accept(SimulatedRequest request, SimulatedAgent agent) {
        request.accepted();
        agent.accept();
        var customer = request.enquiry().customer();
        level.answered(request.enquiry(), now, agent.id(), lastAgents.put(customer, agent.id()));
        at(now + request.enquiry().handling() * agent.worker().pace(), () -> {
            agent.complete(now);
            dispatch();
        });
    }

    private void leave(SimulatedRequest request) {
        if (end(request)) {
            level.abandoned();
        }
    }

    private void giveUp(SimulatedRequest request) {
        if (end(request)) {
            level.ticketed();
        }
    }

    /** False when somebody has accepted it, or it was over before. */
    private boolean end(SimulatedRequest request) {
        queue.remove(request);
        var ended = request.end();
        if (ended) {
            request.asked().ifPresent(agent -> agent.giveBack(now));
            dispatch();
        }
        return ended;
    }

    private void raise(SimulatedRequest request) {
        var waits = queue.remove(request);
        request.raise(AGEING);
        if (waits) {
            queue.add(request);
            dispatch();
        }
    }
}
