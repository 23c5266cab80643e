package io.baton.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.Http;
import io.baton.swap.Roadblock.Place;
import io.baton.swap.SwapNode.Shift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;

/**
 * Swaps at a Baton that loses its process, its database or its connections: in the middle of every step at once, and at any
 * moment of a busy hour. Whatever was lost, each swap is whole and goes on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwapFaultTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PEOPLE = 24;
    private static final int BUSY = 8;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private SwapNode node;

    @BeforeAll
    void begin() {
        node = SwapNode.start();
    }

    @AfterAll
    void end() {
        threads.close();
        node.close();
    }

    /** A step, where it is stopped, and the state that it leads to. */
    private record Step(Place place, UUID at, Callable<Http.Answer> request, SwapState after) {}

    @Test
    void areWholeWhenTheNodeIsKilledInTheMiddleOfEveryStep() throws Exception {
        breakInTheMiddle(block -> node.kill(), node::startAgain);
    }

    @Test
    void areWholeWhenPostgresqlIsKilledInTheMiddleOfEveryStep() throws Exception {
        breakInTheMiddle(block -> node.restartPostgresql(), node::awaitHealth);
    }

    @Test
    void areWholeWhenTheConnectionsAreCutInTheMiddleOfEveryStep() throws Exception {
        breakInTheMiddle(Roadblock::cut, () -> {});
    }

    @Test
    void areWholeWhenTheNodeIsKilledInABusyHour() throws Exception {
        breakInABusyHour(node::kill, node::startAgain);
    }

    @Test
    void areWholeWhenPostgresqlIsKilledInABusyHour() throws Exception {
        breakInABusyHour(node::restartPostgresql, node::awaitHealth);
    }

    private interface Strike {
        void on(Roadblock block);
    }

    /** No step that was stopped has done anything; each can be done afterwards. */
    private void breakInTheMiddle(Strike strike, Runnable repair) throws Exception {
        var steps = steps(node.plan(PEOPLE));
        var before = node.swaps();
        var answers = new ArrayList<Future<Optional<Http.Answer>>>();
        List<Integer> stopped;
        try (var block = node.block()) {
            steps.forEach(step -> block.stop(step.place(), step.at()));
            steps.forEach(step -> answers.add(threads.submit(() -> answer(step.request()))));
            await().atMost(PATIENCE).until(() -> block.waiting().size() == steps.size());
            stopped = block.waiting();
            strike.on(block);
        }
        for (var answer : answers) {
            assertThat(answer.get()).map(Http.Answer::code).isIn(Optional.empty(), Optional.of("unavailable"));
        }
        repair.run();
        await().atMost(PATIENCE).until(() -> node.sessions(stopped) == 0);
        assertThat(node.swaps()).isEqualTo(before);
        node.assertSound();

        for (var step : steps) {
            var answer = step.request().call();
            assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
            assertThat(answer.json().get("state").asText())
                    .isEqualTo(step.after().name());
        }
        node.assertSound();
    }

    /** One swap for each step, all of them with people of their own: a step that is stopped is in nobody's way. */
    private List<Step> steps(List<Shift> shifts) throws Exception {
        var steps = new ArrayList<Future<Step>>();
        steps.add(proposal(team(shifts, 1, 2)));
        steps.add(proposal(team(shifts, 3, 4)));
        var three = team(shifts, 5, 6, 7);
        steps.add(asked(three, Place.WHILE_ANSWERING, id -> node.confirm(id, "kf006", true), SwapState.CONFIRMING));
        steps.add(asked(
                team(shifts, 9, 10),
                Place.WHILE_FINISHING_THE_TASK,
                id -> node.confirm(id, "kf010", true),
                SwapState.APPROVING));
        steps.add(asked(
                team(shifts, 11, 12),
                Place.WHILE_RELEASING,
                id -> node.confirm(id, "kf012", false),
                SwapState.DECLINED));
        steps.add(asked(
                team(shifts, 21, 22), Place.WHILE_RELEASING, id -> node.withdraw(id, "kf021"), SwapState.WITHDRAWN));
        steps.add(agreed(
                team(shifts, 8, 13),
                Place.WHILE_DECIDING,
                id -> node.decide(id, "ticketing", true),
                SwapState.APPROVING));
        steps.add(agreed(
                team(shifts, 14, 15),
                Place.WHILE_RELEASING,
                id -> node.decide(id, "aftersales", false),
                SwapState.REJECTED));
        steps.add(agreed(
                team(shifts, 17, 18), Place.BEFORE_EXECUTING, id -> node.decide(id, "vip", true), SwapState.EXECUTED));
        steps.add(agreed(
                team(shifts, 19, 20), Place.WHILE_RELEASING, id -> node.decide(id, "vip", true), SwapState.EXECUTED));
        steps.add(agreed(
                team(shifts, 23, 24), Place.AT_THE_BEGINNING, id -> node.withdraw(id, "kf023"), SwapState.WITHDRAWN));
        var ready = new ArrayList<Step>();
        for (var step : steps) {
            ready.add(step.get());
        }
        return ready;
    }

    private static List<Shift> team(List<Shift> shifts, Integer... numbers) {
        return List.of(numbers).stream().map(number -> shifts.get(number - 1)).toList();
    }

    private interface Move {
        Http.Answer of(UUID swap);
    }

    private Future<Step> proposal(List<Shift> team) {
        return threads.submit(() ->
                new Step(Place.WHILE_LOCKING, team.getFirst().id(), () -> node.propose(team), SwapState.CONFIRMING));
    }

    private Future<Step> asked(List<Shift> team, Place place, Move move, SwapState after) {
        return threads.submit(() -> {
            var swap = proposed(team);
            return new Step(place, swap, () -> move.of(swap), after);
        });
    }

    private Future<Step> agreed(List<Shift> team, Place place, Move move, SwapState after) {
        return threads.submit(() -> {
            var swap = proposed(team);
            for (var other : team.subList(1, team.size())) {
                assertThat(node.confirm(swap, other.agentId(), true).status()).isEqualTo(200);
            }
            return new Step(place, swap, () -> move.of(swap), after);
        });
    }

    private UUID proposed(List<Shift> team) {
        var answer = node.propose(team);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return UUID.fromString(answer.json().get("id").asText());
    }

    /** People swap and change their minds until something breaks, after so many acknowledged moves and with others under way. */
    private void breakInABusyHour(Runnable strike, Runnable repair) throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var planned = node.plan(PEOPLE);
        int last = node.acknowledged() + 15 + random.nextInt(35);
        var broken = new AtomicBoolean();
        Runnable once = () -> {
            if (node.acknowledged() >= last && broken.compareAndSet(false, true)) {
                strike.run();
            }
        };
        var people = IntStream.range(0, BUSY)
                .mapToObj(i -> new Random(random.nextLong()))
                .map(own -> threads.submit(() -> beBusy(own, planned, once, broken)))
                .toList();
        for (var person : people) {
            assertThat(person.get()).as("seed %d", seed).isEmpty();
        }
        repair.run();
        node.assertSound();

        for (var open : node.open()) {
            assertThat(node.withdraw(open.id(), open.by()).status()).isEqualTo(200);
        }
        assertThat(node.open()).isEmpty();
        node.assertSound();
    }

    /** Moves until something is broken; what failed before that. */
    private Optional<String> beBusy(Random random, List<Shift> planned, Runnable moved, AtomicBoolean broken) {
        while (!broken.get()) {
            try {
                var answer = move(random, planned);
                if (answer.status() >= 500 && !broken.get()) {
                    return Optional.of(answer.text());
                }
            } catch (IllegalStateException | DataAccessException gone) {
                if (!broken.get()) {
                    throw gone;
                }
            }
            moved.run();
        }
        return Optional.empty();
    }

    private Http.Answer move(Random random, List<Shift> planned) {
        var open = node.open();
        if (open.size() < BUSY / 2 || random.nextInt(4) == 0) {
            var shifts = new ArrayList<>(node.now(planned));
            Collections.shuffle(shifts, random);
            return node.propose(shifts.subList(0, 2 + random.nextInt(2)));
        }
        var swap = open.get(random.nextInt(open.size()));
        if (random.nextInt(8) == 0) {
            return node.withdraw(swap.id(), swap.by());
        }
        boolean yes = random.nextInt(8) > 0;
        return swap.state().equals("CONFIRMING")
                ? node.confirm(swap.id(), any(swap.asked(), random), yes)
                : node.decide(swap.id(), any(swap.departments(), random), yes);
    }

    private static String any(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    /** Nothing when whoever was asked is gone. */
    private static Optional<Http.Answer> answer(Callable<Http.Answer> request) throws Exception {
        try {
            return Optional.of(request.call());
        } catch (IllegalStateException gone) {
            return Optional.empty();
        }
    }
}
