package io.baton.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.MovableClock;
import io.baton.development.SpareRedis;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Rota;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** One person's presence as one node sees it, on a Redis of its own. */
@BatonTest
class PresenceTests {

    private static final Tenant ACME = new Tenant("acme");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final ApplicationContext baton;

    @Autowired
    private TenantScope scope;

    @Autowired
    private Agents agents;

    @Autowired
    private Rota rota;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private TransactionTemplate transaction;

    private final MovableClock clock = new MovableClock(
            Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).plus(4, ChronoUnit.HOURS));
    private final String person = "presence" + PEOPLE.incrementAndGet();
    private final SpareRedis spare = SpareRedis.started();
    private final RedissonClient redis = spare.client();
    private final Node node;

    PresenceTests(@Autowired ApplicationContext baton) {
        this.baton = baton;
        this.node = new Node(baton, redis, clock, ACME);
    }

    @BeforeEach
    void begin() {
        scope.run(ACME, () -> agents.save(new Agent(person, "Wang", "vip", Set.of(), 3, false, 5, false)));
        node.sweep();
        pass(Duration.ofSeconds(10));
    }

    @AfterEach
    void end() {
        node.close();
        redis.shutdown();
        spare.close();
    }

    @Test
    void isWhiteAndYellowOffShift() {
        assertThat(node.of(person)).isEqualTo(Status.UNKNOWN);
        connect("tab");
        assertThat(node.of(person)).isEqualTo(new Status(State.ONLINE, true, false, Light.YELLOW));
    }

    @Test
    void isRedAndGreenOnShift() {
        plan();
        assertThat(node.of(person)).isEqualTo(new Status(State.OFFLINE, false, true, Light.RED));
        connect("tab");
        assertThat(node.of(person)).isEqualTo(new Status(State.ONLINE, true, true, Light.GREEN));
    }

    @Test
    void letsThePersonChooseButNeverBeOnlineWithoutADevice() {
        choose(State.AWAY);
        assertThat(node.of(person).state()).isEqualTo(State.OFFLINE);
        connect("tab");
        assertThat(node.of(person).state()).isEqualTo(State.AWAY);
        choose(State.OFFLINE);
        assertThat(node.of(person)).returns(State.OFFLINE, Status::state).returns(true, Status::connected);
        choose(State.ONLINE);
        assertThat(node.of(person).state()).isEqualTo(State.ONLINE);
    }

    @Test
    void showsAChoiceToTheTransactionThatMakesItAndToOthersOnceItIsCommitted() {
        connect("tab");
        node.of(person);
        scope.run(
                ACME,
                () -> transaction.executeWithoutResult(open -> {
                    choose(State.AWAY);
                    assertThat(node.of(person).state()).isEqualTo(State.AWAY);
                    open.setRollbackOnly();
                }));
        assertThat(node.of(person).state()).isEqualTo(State.ONLINE);
        choose(State.AWAY);
        assertThat(node.of(person).state()).isEqualTo(State.AWAY);
    }

    @Test
    void seesACleanSignOutAtOnce() {
        connect("tab");
        leave("tab", true);
        assertThat(node.of(person).connected()).isFalse();
        assertThat(node.told(AgentLost.class)).containsExactly(new AgentLost(ACME, person, true));
    }

    @Test
    void seesALostConnectionAfterTheGraceOnly() {
        connect("tab");
        leave("tab", false);
        pass(Presence.GRACE.minusSeconds(5));
        node.sweep();
        assertThat(node.of(person).connected()).isTrue();
        assertThat(node.told(AgentLost.class)).isEmpty();
        pass(Duration.ofSeconds(5));
        node.sweep();
        node.sweep();
        assertThat(node.of(person).connected()).isFalse();
        assertThat(node.told(AgentLost.class)).containsExactly(new AgentLost(ACME, person, false));
    }

    @Test
    void doesNotMindAReloadWithinTheGraceUnderTheSameNameOrAnother() {
        connect("before");
        leave("before", false);
        pass(Duration.ofSeconds(5));
        connect("after");
        leave("after", false);
        pass(Duration.ofSeconds(25));
        connect("after");
        pass(Duration.ofSeconds(80));
        node.sweep();
        assertThat(node.told(AgentLost.class)).isEmpty();
        assertThat(node.told(AgentBack.class)).hasSize(1);
    }

    @Test
    void isNotFooledByTheLateEndOfAConnectionWhoseDeviceIsBack() {
        node.run(presence -> {
            presence.connected(person, "desk", "old");
            presence.connected(person, "desk", "new");
            presence.disconnected(person, "desk", "old", true);
        });
        assertThat(node.of(person).connected()).isTrue();
        node.run(presence -> presence.disconnected(person, "desk", "new", true));
        assertThat(node.of(person).connected()).isFalse();
        assertThat(node.told(AgentLost.class)).hasSize(1);
    }

    @Test
    void keepsAPersonWhoHasAnotherDevice() {
        connect("desk");
        connect("phone");
        leave("desk", true);
        assertThat(node.of(person).connected()).isTrue();
        leave("phone", true);
        assertThat(node.of(person).connected()).isFalse();
        assertThat(node.told(AgentLost.class)).hasSize(1);
    }

    @Test
    void losesADeviceThatFallsSilentAndTakesItBackWithTheNextHeartbeat() {
        connect("tab");
        pass(Presence.LEASE);
        node.sweep();
        assertThat(node.told(AgentLost.class)).hasSize(1);
        node.run(presence -> presence.heartbeat(person, "tab"));
        assertThat(node.told(AgentBack.class)).hasSize(2);
        assertThat(node.of(person).connected()).isTrue();
    }

    @Test
    void tellsWhoMaySeeItWhatChanged() {
        connect("tab");
        choose(State.AWAY);
        choose(State.AWAY);
        assertThat(node.told(PresenceChanged.class))
                .extracting(change -> change.after().state())
                .containsExactly(State.ONLINE, State.AWAY);
        assertThat(node.told(PresenceChanged.class))
                .extracting(PresenceChanged::department)
                .containsOnly("vip");
    }

    @Test
    void followsAChangeOfTheRotaAtOnceAndTellsTheLight() {
        connect("tab");
        assertThat(node.of(person).light()).isEqualTo(Light.YELLOW);
        plan();
        node.bean(Replanned.class).note(ACME, person, Set.of(LocalDate.of(2026, 11, 25)));
        assertThat(node.of(person).light()).isEqualTo(Light.GREEN);
        announce(node);
        announce(node);
        assertThat(node.told(PresenceChanged.class))
                .extracting(change -> change.after().light())
                .containsExactly(Light.YELLOW, Light.GREEN);
        var day = LocalDate.of(2026, 11, 25);
        assertThat(node.told(PlanChanged.class)).containsExactly(new PlanChanged(ACME, day, day));
    }

    @Test
    void letsOtherNodesFollowAChangeOfTheRota() {
        try (var other = new Node(baton, redis, clock, ACME)) {
            other.sweep();
            assertThat(other.of(person).light()).isEqualTo(Light.WHITE);
            plan();
            node.bean(Replanned.class).note(ACME, person, Set.of(LocalDate.of(2026, 11, 25)));
            announce(node);
            assertThat(other.of(person).light()).isEqualTo(Light.RED);
        }
    }

    @Test
    void endsAShiftInTheInstantInWhichItEnds() {
        plan();
        assertThat(node.of(person).onShift()).isTrue();
        var end = scope.call(ACME, () -> rota.nextEdge(clock.instant())).orElseThrow();
        clock.pass(Duration.between(clock.instant(), end).minusMillis(1));
        assertThat(node.of(person).onShift()).isTrue();
        clock.pass(Duration.ofMillis(1));
        assertThat(node.of(person).onShift()).isFalse();
    }

    @Test
    void announcesTheLightWhenAShiftBegins() {
        scope.run(ACME, () -> node.bean(Transitions.class).shift(ACME, person, true));
        assertThat(node.told(PresenceChanged.class))
                .containsExactly(new PresenceChanged(
                        ACME,
                        person,
                        "vip",
                        new Status(State.OFFLINE, false, false, Light.WHITE),
                        new Status(State.OFFLINE, false, true, Light.RED)));
    }

    private void connect(String device) {
        node.run(presence -> presence.connected(person, device));
    }

    private void leave(String device, boolean clean) {
        node.run(presence -> presence.disconnected(person, device, clean));
    }

    private void choose(State state) {
        node.run(presence -> presence.choose(person, state));
    }

    private void announce(Node which) {
        scope.run(ACME, () -> which.bean(Replanned.class).announce(ACME));
    }

    /** A shift that contains the clock's time: noon in the tenant's zone. */
    private void plan() {
        scope.run(ACME, () -> {
            types.add(new ShiftType(
                    Ids.next(), "presence", "日", "Day", "#000000", LocalTime.of(8, 0), LocalTime.of(16, 0), List.of()));
            var type = types.all().stream()
                    .filter(known -> known.code().equals("presence"))
                    .findFirst()
                    .orElseThrow();
            rota.assign(person, LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")), type.id());
        });
    }

    private void pass(Duration time) {
        clock.pass(time);
        RedisTime.pass(redis, ACME, time);
    }
}
