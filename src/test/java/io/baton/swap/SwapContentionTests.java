package io.baton.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.ProcessTest;
import io.baton.development.SharedServices;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.BulkPlanning;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import io.baton.rota.PlanningMode;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Slot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Many people want the same shifts at the same moment: each shift ends in one place, whoever is late reads why, and nobody
 * reads anything else.
 */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwapContentionTests {

    private static final int PEOPLE = 25;
    private static final int REQUESTS = 200;

    /** More than there are connections to the database, so that some wait for one as well. */
    private static final int THREADS = 64;

    private static final List<String> DEPARTMENTS = List.of("swap-east", "swap-west");
    private static final List<String> TYPES = List.of("sw-early", "sw-late", "sw-night");

    /** What somebody may read who is late. */
    private static final Set<String> LATE =
            Set.of("busy", "swap_over", "swap_answered", "swap_decided", "swap_not_confirmed");

    @Autowired
    private ChainSwapProcess process;

    @Autowired
    private Swaps swaps;

    @Autowired
    private Rota rota;

    @Autowired
    private BulkPlanning planning;

    @Autowired
    private Agents agents;

    @Autowired
    private TenantScope scope;

    @Autowired
    private Environment environment;

    private SwapWorld world;

    @BeforeAll
    void begin(@Autowired ShiftTypes types) {
        world = new SwapWorld(scope, rota, types, agents);
    }

    /** People with two shifts each, three weeks apart: whoever swaps within one of the weeks has one there afterwards as well. */
    private final class Crowd {

        private final String name;
        private final LocalDate monday = SwapWorld.freeWeek();
        private final List<UUID> proposed = new CopyOnWriteArrayList<>();

        Crowd(String name) {
            this.name = name;
            world.as(SwapWorld.admin(), () -> {
                IntStream.range(0, PEOPLE).forEach(i -> agents.save(agent(i)));
                return true;
            });
            for (var week : weeks()) {
                IntStream.range(0, PEOPLE).forEach(i -> world.works(name + i, week.plusDays(i % 5), "sw-early"));
            }
        }

        private Agent agent(int i) {
            return new Agent(name + i, "客服 " + name + i, DEPARTMENTS.get(i % 2), Set.of(), 3, false, 5, false);
        }

        List<LocalDate> weeks() {
            return List.of(monday, monday.plusWeeks(3));
        }

        String somebody(Random random) {
            return name + random.nextInt(PEOPLE);
        }

        LocalDate someDay(Random random) {
            return weeks().get(random.nextInt(2)).plusDays(random.nextInt(7));
        }

        /** Two to five people give away what they have in one of the weeks; one of them proposes it. */
        Swap propose(Random random) {
            var week = weeks().get(random.nextInt(2));
            var everybody = IntStream.range(0, PEOPLE).mapToObj(i -> name + i).toList();
            var rows = new ArrayList<>(world.as(
                    SwapWorld.admin(),
                    () -> rota.assignments(everybody, week, week.plusDays(6)).stream()
                            .filter(row -> row.status() == Assignment.Status.ACTIVE)
                            .toList()));
            Collections.shuffle(rows, random);
            var taken = new ArrayList<Assignment>();
            for (var row : rows) {
                if (taken.stream().noneMatch(other -> other.agentId().equals(row.agentId()))) {
                    taken.add(row);
                }
            }
            var chain = taken.subList(0, Math.min(taken.size(), 2 + random.nextInt(4)));
            var by = chain.getFirst().agentId();
            var swap = world.as(actor(by), () -> process.propose(SwapWorld.chain(chain.toArray(Assignment[]::new))));
            proposed.add(swap.id());
            return swap;
        }

        /** Those that something may still come of; the others are not looked at again. */
        List<Swap> open() {
            var open = proposed.stream().map(this::read).filter(Swap::isOpen).toList();
            proposed.retainAll(open.stream().map(Swap::id).toList());
            return open;
        }

        Swap read(UUID id) {
            return world.as(SwapWorld.admin(), () -> swaps.get(id));
        }

        Actor actor(String id) {
            var number = Integer.parseInt(id.substring(name.length()));
            return SwapWorld.actor(id, DEPARTMENTS.get(number % 2), Role.CUSTOMER_SERVICE);
        }

        Callable<Object> answer(Swap swap, SwapItem item, boolean agreed) {
            return () ->
                    world.as(actor(item.agentId()), () -> process.confirm(swap.id(), new SwapAnswer(agreed, "看情况")));
        }

        Callable<Object> withdraw(Swap swap) {
            return () -> world.as(actor(swap.proposal().by()), () -> process.withdraw(swap.id(), "不换了"));
        }

        Callable<Object> decide(Swap swap, String department, boolean approved) {
            return () -> world.as(
                    SwapWorld.actor(department + ".manager", department, Role.MANAGER),
                    () -> process.approve(swap.id(), department, new SwapDecision(approved, "看人手")));
        }

        Callable<Object> overrule(Swap swap, String department, boolean approved) {
            return () -> world.as(
                    SwapWorld.admin(),
                    () -> process.approve(swap.id(), department, new SwapDecision(approved, "总部决定")));
        }

        /** Whatever somebody might do with a swap, as far as it is known; mostly in its favour. */
        List<Callable<Object>> moves(Swap swap, Random random) {
            var moves = new ArrayList<Callable<Object>>();
            for (var item : swap.others()) {
                moves.add(answer(swap, item, random.nextInt(10) > 0));
            }
            for (var approval : swap.approvals()) {
                moves.add(decide(swap, approval.department(), random.nextInt(8) > 0));
                moves.add(overrule(swap, approval.department(), random.nextInt(8) > 0));
            }
            if (random.nextInt(6) == 0) {
                moves.add(withdraw(swap));
                moves.add(withdraw(swap));
            }
            return moves;
        }

        <T> T books(Function<SwapBooks, T> question) throws SQLException {
            try (var connection = superuser()) {
                return question.apply(books(connection));
            }
        }

        /** What is seen while a change is there, which is then taken back. */
        List<String> faultsAfter(String change) throws SQLException {
            try (var connection = superuser();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                assertThat(statement.executeUpdate(change)).isPositive();
                var faults = books(connection).faults();
                connection.rollback();
                return faults;
            }
        }

        private SwapBooks books(Connection connection) {
            return new SwapBooks(JdbcClient.create(new SingleConnectionDataSource(connection, true)), name);
        }

        private Connection superuser() throws SQLException {
            var address = environment.getRequiredProperty("BATON_DB_URL");
            return SharedServices.postgresql().superuser(address.substring(address.lastIndexOf('/') + 1));
        }
    }

    @Test
    void endEachInOnePlaceHoweverManyWantThem() throws Exception {
        var crowd = new Crowd("rush");
        var random = new Random(20261122);

        var asked = race(Stream.generate(() -> random.nextInt())
                .limit(REQUESTS)
                .<Callable<Object>>map(seed -> () -> crowd.propose(new Random(seed)))
                .toList());

        assertThat(asked).containsOnly("");
        assertSound(crowd);
        assertThat(crowd.books(SwapBooks::states)).containsOnlyKeys("CONFIRMING", "REFUSED");
        assertThat(crowd.proposed.stream()
                        .map(crowd::read)
                        .filter(swap -> !swap.isOpen())
                        .flatMap(swap -> swap.progress().findings().stream())
                        .map(finding -> finding.reason().code()))
                .containsOnly("shift_locked");

        for (int round = 0; round < 4; round++) {
            var moves = new ArrayList<Callable<Object>>();
            crowd.open().forEach(swap -> moves.addAll(crowd.moves(swap, random)));
            IntStream.range(0, 20).forEach(i -> {
                var seed = random.nextInt();
                moves.add(() -> crowd.propose(new Random(seed)));
            });
            Collections.shuffle(moves, random);
            assertThat(race(moves)).isSubsetOf(with(LATE, ""));
            assertSound(crowd);
        }
        assertThat(crowd.books(SwapBooks::states)).hasSizeGreaterThan(3);

        assertThat(race(crowd.open().stream()
                        .flatMap(swap -> Stream.of(crowd.withdraw(swap), crowd.withdraw(swap)))
                        .toList()))
                .isSubsetOf("");
        assertThat(crowd.open()).isEmpty();
        assertSound(crowd);
    }

    /** Of all who would end the same swap at the same moment one does, and the others read that it is over. */
    @Test
    void endOnceHoweverManyWouldEndThem() throws Exception {
        var crowd = new Crowd("ends");
        var random = new Random(20261123);
        IntStream.range(0, 40).forEach(i -> crowd.propose(random));
        var asked = crowd.open();
        assertThat(race(asked.stream()
                        .flatMap(swap -> swap.others().stream().map(item -> crowd.answer(swap, item, true)))
                        .toList()))
                .containsOnly("");
        assertThat(crowd.open()).hasSameSizeAs(asked).allMatch(swap -> swap.state() == SwapState.APPROVING);

        var ends = new ArrayList<Callable<Object>>();
        for (var swap : asked) {
            for (var approval : swap.approvals()) {
                ends.add(crowd.decide(swap, approval.department(), true));
                ends.add(crowd.decide(swap, approval.department(), true));
                ends.add(crowd.overrule(swap, approval.department(), false));
            }
            ends.add(crowd.withdraw(swap));
        }
        Collections.shuffle(ends, random);
        assertThat(race(ends)).isSubsetOf(with(LATE, ""));

        assertThat(crowd.open()).isEmpty();
        assertSound(crowd);
    }

    /** Otherwise the other tests would say nothing. */
    @Test
    void areSeenNotToBeWholeWhenSomebodyMeddles() throws Exception {
        var crowd = new Crowd("meddle");
        var random = new Random(20261125);
        IntStream.range(0, 20).forEach(i -> crowd.propose(random));
        var swap = crowd.open().getFirst();
        race(swap.others().stream().map(item -> crowd.answer(swap, item, true)).toList());
        race(swap.approvals().stream()
                .map(approval -> crowd.decide(swap, approval.department(), true))
                .toList());
        assertSound(crowd);
        for (var meddling : List.of(
                "delete from assignment_lock where assignment_id in (select id from assignment where agent_id like 'meddle%')",
                "update assignment_lock set request_id = gen_random_uuid() where assignment_id in"
                        + " (select id from assignment where agent_id like 'meddle%')",
                "update swap set state = 'APPROVING' where state = 'CONFIRMING' and proposed_by like 'meddle%'",
                "update act_ru_execution set business_key_ = gen_random_uuid()::text where business_key_ in"
                        + " (select id::text from swap where proposed_by like 'meddle%')",
                "update assignment set status = 'SUPERSEDED' where status = 'SWAPPED' and agent_id like 'meddle%'",
                "update assignment set replaces = null where replaces is not null and agent_id like 'meddle%'",
                "delete from trail where what = 'SwapExecuted' and subject_id in"
                        + " (select id::text from swap where proposed_by like 'meddle%')",
                "update swap_item set confirmation = 'DECLINED' where confirmation = 'AGREED' and agent_id like 'meddle%'")) {
            assertThat(crowd.faultsAfter(meddling)).as(meddling).isNotEmpty();
        }
        assertSound(crowd);
    }

    @Test
    void leaveTheRotaWholeWhilePlannersAndLeaveMoveIt() throws Exception {
        var crowd = new Crowd("bustle");
        var random = new Random(20261124);
        IntStream.range(0, 40).forEach(i -> crowd.propose(random));
        var leaves = new CopyOnWriteArrayList<Leave>();
        for (int round = 0; round < 5; round++) {
            var moves = new ArrayList<Callable<Object>>();
            crowd.open().forEach(swap -> moves.addAll(crowd.moves(swap, random)));
            IntStream.range(0, 15).forEach(i -> {
                var seed = random.nextInt();
                moves.add(() -> crowd.propose(new Random(seed)));
                moves.add(() -> plan(crowd, new Random(seed)));
                moves.add(() -> remove(crowd, new Random(seed)));
                moves.add(() -> leaves.add(leave(crowd, new Random(seed))));
            });
            leaves.forEach(leave -> moves.add(() -> giveBack(leave)));
            leaves.clear();
            Collections.shuffle(moves, random);

            assertThat(race(moves)).isSubsetOf(with(LATE, "", "shift_locked", "leave_overlap"));
            assertThat(crowd.books(SwapBooks::faults)).isEmpty();
        }
        assertThat(crowd.books(SwapBooks::states)).containsKey("REFUSED").hasSizeGreaterThan(2);
    }

    private record Leave(UUID id, HalfDays span) {}

    private Leave leave(Crowd crowd, Random random) {
        var day = crowd.someDay(random);
        var span = random.nextBoolean() ? HalfDays.of(day) : HalfDays.of(day, Half.AFTERNOON);
        var id = Ids.next();
        world.as(SwapWorld.admin(), () -> rota.applyLeave(id, crowd.somebody(random), span));
        return new Leave(id, span);
    }

    private Object giveBack(Leave leave) {
        return world.as(SwapWorld.admin(), () -> rota.giveBackLeave(leave.id(), leave.span()));
    }

    private Object plan(Crowd crowd, Random random) {
        return world.as(SwapWorld.admin(), () -> {
            var slots = Stream.generate(() -> new Slot(
                            crowd.somebody(random),
                            crowd.someDay(random),
                            world.shiftType(TYPES.get(random.nextInt(TYPES.size())))))
                    .limit(1 + random.nextInt(4))
                    .toList();
            return planning.plan(slots, PlanningMode.SKIP_CONFLICTS);
        });
    }

    /** What two people have on a day; what is held or taken off for leave stays. */
    private Object remove(Crowd crowd, Random random) {
        var day = crowd.someDay(random);
        return world.as(SwapWorld.admin(), () -> {
            var rows = rota.assignments(List.of(crowd.somebody(random), crowd.somebody(random)), day, day);
            return planning.remove(rows.stream().map(Assignment::id).toList());
        });
    }

    /** Does all of it at once; of each, the code of what refused it, or nothing. Whatever else is thrown fails the test. */
    private static List<String> race(Collection<Callable<Object>> work) throws Exception {
        var codes = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var done : threads.invokeAll(
                    work.stream().map(SwapContentionTests::code).toList())) {
                codes.add(done.get());
            }
        }
        return codes;
    }

    private static Callable<String> code(Callable<Object> work) {
        return () -> {
            try {
                work.call();
                return "";
            } catch (Problem refused) {
                assertThat(refused.status()).isLessThan(500);
                return refused.code();
            }
        };
    }

    private static Set<String> with(Set<String> codes, String... more) {
        return Stream.concat(codes.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    private static void assertSound(Crowd crowd) throws SQLException {
        assertThat(crowd.books(SwapBooks::faults)).isEmpty();
        assertThat(crowd.books(SwapBooks::astray)).isEmpty();
    }
}
