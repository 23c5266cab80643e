package io.baton.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.MovableClock;
import io.baton.development.SpareRedis;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes, one Redis, one database: what one of them does, suffers or no longer does must not confuse the other. */
@BatonTest
class NodesTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    private TenantScope scope;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final MovableClock clock =
            new MovableClock(Instant.now().plus(60, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS));
    private final String person = "nodes" + PEOPLE.incrementAndGet();
    private final SpareRedis spare = SpareRedis.started();
    private final RedissonClient firstRedis = spare.client();
    private final RedissonClient secondRedis = spare.client();
    private final Node first;
    private final Node second;

    NodesTests(@Autowired ApplicationContext baton) {
        first = new Node(baton, firstRedis, clock, ACME);
        second = new Node(baton, secondRedis, clock, ACME);
    }

    @BeforeEach
    void begin() {
        sweep();
        pass(Duration.ofSeconds(10));
    }

    @AfterEach
    void end() {
        first.close();
        second.close();
        firstRedis.shutdown();
        secondRedis.shutdown();
        spare.close();
    }

    @Test
    void seeTheSamePerson() {
        connect(first, "desk");
        assertThat(second.of(person).connected()).isTrue();
        connect(second, "phone");
        leave(first, "desk", true);
        assertThat(first.of(person).connected()).isTrue();
        leave(second, "phone", true);
        assertThat(first.of(person).connected()).isFalse();
        assertThat(told(AgentBack.class)).hasSize(1);
        assertThat(told(AgentLost.class)).hasSize(1);
    }

    @Test
    void doNotKeepAPersonWhoMovedToTheOtherNodeAndSignedOutThere() {
        first.run(presence -> presence.connected(person, "desk", "first"));
        first.run(presence -> presence.disconnected(person, "desk", "first", false));
        second.run(presence -> presence.connected(person, "desk", "second"));
        second.run(presence -> presence.disconnected(person, "desk", "second", true));
        assertThat(first.of(person).connected()).isFalse();
        assertThat(told(AgentLost.class)).containsExactly(new AgentLost(ACME, person, true));
        pass(Presence.LEASE);
        sweep();
        assertThat(told(AgentLost.class)).hasSize(1);
    }

    @Test
    void missThePeopleOfANodeThatDiedWithoutSayingSo() {
        connect(first, "desk");
        first.close();
        pass(Presence.LEASE.minusSeconds(5));
        second.sweep();
        assertThat(second.of(person).connected()).isTrue();
        pass(Duration.ofSeconds(5));
        second.sweep();
        assertThat(second.of(person).connected()).isFalse();
        assertThat(told(AgentLost.class)).containsExactly(new AgentLost(ACME, person, false));
        assertThat(open()).isZero();
    }

    @Test
    void loseNobodyWhoIsThereWhenRedisIsFlushed() {
        connect(first, "desk");
        firstRedis.getKeys().flushall();
        assertThat(second.of(person).connected()).as("told by the database").isTrue();
        sweep();
        pass(Duration.ofSeconds(20));
        sweep();
        reconcile();
        assertThat(second.of(person).connected()).as("told by Redis again").isTrue();
        beat(first, "desk");
        assertThat(told(AgentLost.class)).isEmpty();
        assertThat(told(AgentBack.class)).hasSize(1);
    }

    @Test
    void losePeopleWhoseNodeDiedWithTheMemoryOfRedisAtTheTimeTheyWereLastSeen() {
        connect(first, "desk");
        pass(Duration.ofSeconds(30));
        beat(first, "desk");
        reconcile();
        var seen = clock.instant().plus(Presence.LEASE);
        first.close();
        firstRedis.getKeys().flushall();
        pass(Duration.ofSeconds(60));
        second.sweep();
        second.reconcile();
        assertThat(told(AgentLost.class)).as("may come back").isEmpty();
        pass(Duration.ofSeconds(40));
        second.sweep();
        second.reconcile();
        assertThat(told(AgentLost.class)).containsExactly(new AgentLost(ACME, person, false));
        assertThat(ended()).isBetween(seen.minusSeconds(2), seen);
    }

    @Test
    void goOnWhileRedisIsDownAndAgreeWhenItIsBack() {
        connect(first, "desk");
        spare.kill();
        beat(first, "desk");
        assertThat(first.of(person).connected()).as("own connection").isTrue();
        assertThat(second.of(person).connected()).as("told by the database").isTrue();
        var came = person + "b";
        second.run(presence -> presence.connected(came, "desk"));
        assertThat(first.of(came).connected()).isTrue();
        second.run(presence -> presence.disconnected(came, "desk", true));
        assertThat(first.of(came).connected()).isFalse();
        sweep();
        restart();
        sweep();
        pass(Duration.ofSeconds(20));
        sweep();
        reconcile();
        assertThat(second.of(person).connected()).isTrue();
        assertThat(second.of(came).connected()).isFalse();
        assertThat(told(AgentLost.class)).containsExactly(new AgentLost(ACME, came, true));
    }

    @Test
    void bringBackWhoWasTakenForLostWhileTheirNodeCouldNotReachRedis() {
        connect(first, "desk");
        pass(Presence.LEASE);
        second.sweep();
        assertThat(told(AgentLost.class)).hasSize(1);
        beat(first, "desk");
        assertThat(told(AgentBack.class)).hasSize(2);
        assertThat(second.of(person).connected()).isTrue();
    }

    @Test
    void keepTheLaterOfTwoChoices() throws Exception {
        connect(first, "desk");
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 40; i++) {
            var node = i % 2 == 0 ? first : second;
            var state = State.values()[i % 3];
            attempts.add(() -> {
                node.run(presence -> presence.choose(person, state));
                return true;
            });
        }
        attack(attempts);
        var stored = choice();
        assertThat(first.of(person).state()).isEqualTo(stored);
        assertThat(second.of(person).state()).isEqualTo(stored);
        checkIntervals();
    }

    /** Whatever happens at the same time: lost and back are told in turn, and in the end what is told is what is so. */
    @Test
    void tellLostAndBackInTurnWhateverHappensAtTheSameTime() throws Exception {
        var random = new Random(7);
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 300; i++) {
            var node = random.nextBoolean() ? first : second;
            var device = "device" + random.nextInt(3);
            var act = random.nextInt(10);
            attempts.add(() -> {
                switch (act) {
                    case 0, 1, 2 -> connect(node, device);
                    case 3, 4, 5 -> leave(node, device, true);
                    case 6 -> leave(node, device, false);
                    case 7 -> beat(node, device);
                    case 8 -> node.sweep();
                    default -> firstRedis.getKeys().flushall();
                }
                return true;
            });
        }
        attack(attempts);
        settled();
        assertThat(open() == 1).isEqualTo(first.of(person).connected());
        assertThat(told(AgentBack.class).size() - told(AgentLost.class).size()).isEqualTo(open());
        assertThat(intervals()).isEqualTo(told(AgentBack.class).size());
        checkIntervals();
    }

    @Test
    void surviveARedisThatDiesUnderParallelWork() throws Exception {
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 60; i++) {
            var node = i % 2 == 0 ? first : second;
            var device = "device" + i % 4;
            var number = i;
            attempts.add(() -> {
                if (number == 20) {
                    spare.kill();
                } else if (number % 3 == 0) {
                    leave(node, device, true);
                } else {
                    connect(node, device);
                }
                return true;
            });
        }
        attack(attempts);
        restart();
        settled();
        assertThat(open() == 1).isEqualTo(first.of(person).connected());
        assertThat(second.of(person)).isEqualTo(first.of(person));
        assertThat(told(AgentBack.class).size() - told(AgentLost.class).size()).isEqualTo(open());
        checkIntervals();
    }

    /** Redis is there again, and the nodes have noticed. */
    private void restart() {
        spare.restart();
        SpareRedis.await(firstRedis);
        SpareRedis.await(secondRedis);
        clock.pass(Duration.ofSeconds(3));
    }

    /** As long after the attack as it takes for everything to be noticed. */
    private void settled() {
        sweep();
        pass(Duration.ofSeconds(10));
        sweep();
        reconcile();
        pass(Duration.ofSeconds(20));
        sweep();
        reconcile();
    }

    private static void attack(List<Callable<Boolean>> attempts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var result : threads.invokeAll(attempts)) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    private void checkIntervals() {
        var overlaps = query("""
                select count(*) from presence_interval a join presence_interval b
                on a.person = b.person and a.id < b.id
                and tstzrange(a.started_at, a.ended_at) && tstzrange(b.started_at, b.ended_at)
                """);
        assertThat(overlaps).isZero();
        assertThat(open()).isLessThanOrEqualTo(1);
    }

    private int open() {
        return query("select count(*) from presence_interval where ended_at is null and person = '" + person + "'");
    }

    private int intervals() {
        return query("select count(*) from presence_interval where person = '" + person + "'");
    }

    private State choice() {
        return State.valueOf(read("select state from presence_choice where person = '" + person + "'", String.class));
    }

    private Instant ended() {
        return read("select ended_at from presence_interval where person = '" + person + "'", java.sql.Timestamp.class)
                .toInstant();
    }

    private int query(String sql) {
        return read(sql, Integer.class);
    }

    private <T> T read(String sql, Class<T> type) {
        return scope.call(
                ACME,
                () -> transaction.execute(status -> jdbc.sql(sql).query(type).single()));
    }

    private void connect(Node node, String device) {
        node.run(presence -> presence.connected(person, device));
    }

    private void beat(Node node, String device) {
        node.run(presence -> presence.heartbeat(person, device));
    }

    private void leave(Node node, String device, boolean clean) {
        node.run(presence -> presence.disconnected(person, device, clean));
    }

    /** What both nodes told of the person of this test. */
    private <T> List<T> told(Class<T> kind) {
        return Stream.of(first, second)
                .flatMap(node -> node.told(kind).stream())
                .filter(event -> event.toString().matches(".*person=" + person + "b?[,\\]].*"))
                .toList();
    }

    private void sweep() {
        first.sweep();
        second.sweep();
    }

    private void reconcile() {
        first.reconcile();
        second.reconcile();
    }

    private void pass(Duration time) {
        clock.pass(time);
        RedisTime.pass(firstRedis, ACME, time);
    }
}
