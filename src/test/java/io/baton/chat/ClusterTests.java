package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.BatonTest;
import io.baton.SocketClient;
import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.presence.PresenceChanged;
import io.baton.presence.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionOperations;

/** Two nodes on one database and one Redis; what the one commits, the devices of the other show. */
@BatonTest
class ClusterTests {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Autowired
    private RedissonClient redis;

    @Autowired
    private HubTable table;

    @Autowired
    private Frames frames;

    @Autowired
    private Nodes nodes;

    @Autowired
    private Relay relay;

    @Autowired
    private Availability availability;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Messages messages;

    @Autowired
    private TenantScope scope;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private ConfigurableApplicationContext context;

    private final List<UUID> gone = new CopyOnWriteArrayList<>();
    private final ApplicationListener<ApplicationEvent> departures = event -> {
        if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof VisitorGone customer) {
            gone.add(customer.customerId());
        }
    };
    private OtherNode other;
    private ChatScene.Scene scene;

    @BeforeEach
    void startASecondNode() {
        context.addApplicationListener(departures);
        other = new OtherNode("other", redis, table, frames);
        scene = new ChatScene(conversations, scope).with("kf001");
        await().atMost(PATIENCE).until(() -> other.isInStepWith(nodes));
    }

    @AfterEach
    void stopIt() {
        context.removeApplicationListener(departures);
        other.close();
    }

    @Test
    void showsOnOneNodeWhatIsCommittedOnAnother() {
        var phone = other.connect(new Screen(scene.customer()));
        try (var desk = SocketClient.agent("kf001")) {
            IntStream.rangeClosed(1, 100).forEach(number -> desk.text(scene.conversation(), "m" + number));
            desk.await("ACK", 60);
            await().atMost(PATIENCE).until(() -> phone.delivered(scene.id()) >= 60);
        }
        assertThat(phone.frames).allMatch(frame -> frame.contains("\"type\":\"TEXT\""));
        assertThat(other.repaired()).isZero();
    }

    @Test
    void showsReadMarksTypingAndNoticesOfAnotherNode() {
        var phone = other.connect(new Screen(scene.customer()));
        append(1);
        try (var desk = SocketClient.agent("kf001")) {
            desk.send(Map.of("type", "TYPING", "conversationId", scene.conversation(), "preview", "secret"));
            desk.send(Map.of("type", "READ", "conversationId", scene.conversation(), "seq", 1));
            await().atMost(PATIENCE).until(() -> phone.frames.size() >= 3);
        }
        assertThat(phone.frames)
                .anyMatch(frame -> frame.contains("\"type\":\"READ\""))
                .anyMatch(frame -> frame.contains("\"type\":\"TYPING\"") && !frame.contains("secret"));
    }

    @Test
    void tellsOnlyTheNodesThatSomebodyIsOn() {
        var stranger = other.connect(new Screen(ChatScene.agent("kf002", "ticketing")));
        append(5);
        await().atMost(PATIENCE).until(() -> !other.receiver.isDeaf());
        assertThat(stranger.frames).isEmpty();
    }

    @Test
    void findsByItselfWhatAHintWasLostOf() {
        var phone = other.connect(new Screen(scene.customer()));
        append(1);
        await().atMost(PATIENCE).until(() -> phone.delivered(scene.id()) == 1);
        redis.getKeys().delete("baton:route:acme CUSTOMER " + scene.visitor());
        append(3);
        other.receiver.on(new Hints.Batch(nodes.id(), 1_000_000, List.of()));
        await().atMost(PATIENCE).until(() -> phone.delivered(scene.id()) == 4);
        assertThat(other.repaired()).isEqualTo(3);
    }

    @Test
    void tellsEverythingAgainAtTheNextBeatWhenRedisWasEmptied() {
        var phone = other.connect(new Screen(scene.customer()));
        redis.getKeys().flushdb();
        append(2);
        other.heartbeat.beat();
        await().atMost(PATIENCE).until(() -> phone.delivered(scene.id()) == 2);
        await().atMost(PATIENCE).until(() -> nodes.others().contains(other.nodes.id()));
        append(1);
        await().atMost(PATIENCE).until(() -> phone.delivered(scene.id()) == 3);
    }

    @Test
    void looksIntoTheDatabaseWhileItHearsNothingOfALivingNode() {
        var phone = other.connect(new Screen(scene.customer()));
        other.heartbeat.beat();
        redis.getTopic(Relay.topic(other.nodes.id())).removeAllListeners();
        append(2);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            other.heartbeat.listen();
            return phone.delivered(scene.id()) == 2;
        });
    }

    @Test
    void letsTheNewestDeviceWinOnEveryNode() {
        var old = other.connect(new Screen(scene.customer()));
        var newest = new Screen(scene.customer());
        new Hub(availability, relay, frames).kickOthers(newest);
        await().atMost(PATIENCE).until(() -> old.kicked);
        assertThat(newest.kicked).isFalse();
    }

    @Test
    void showsChangesOfPresenceOnEveryNodeToThoseWhoMaySeeThem() {
        var manager = other.connect(new Screen(leader("ticketing.manager", "ticketing", Role.MANAGER)));
        var admin = other.connect(new Screen(leader("acme.admin", null, Role.ADMIN)));
        var vip = other.connect(new Screen(leader("vip.manager", "vip", Role.MANAGER)));
        var colleague = other.connect(new Screen(ChatScene.agent("kf002", "ticketing")));
        var self = other.connect(new Screen(ChatScene.agent("kf001", "ticketing")));
        scope.run(
                ChatScene.ACME,
                () -> events.publishEvent(
                        new PresenceChanged(ChatScene.ACME, "kf001", "ticketing", Status.UNKNOWN, Status.UNKNOWN)));
        await().atMost(PATIENCE).until(() -> {
            other.presence.turn();
            return !manager.frames.isEmpty();
        });
        assertThat(admin.frames).hasSize(1);
        assertThat(self.frames).hasSize(1);
        assertThat(vip.frames).isEmpty();
        assertThat(colleague.frames).isEmpty();
    }

    @Test
    void tellsWhoLeadsADepartmentOnEveryNodeOfManyChangesAsOfOne() {
        var manager = other.connect(new Screen(leader("ticketing.manager", "ticketing", Role.MANAGER)));
        var admin = other.connect(new Screen(leader("acme.admin", null, Role.ADMIN)));
        var strangers = List.of(
                other.connect(new Screen(leader("vip.manager", "vip", Role.MANAGER))),
                other.connect(new Screen(ChatScene.agent("kf001", "ticketing"))),
                other.connect(new Screen(leader("acme.auditor", null, Role.AUDITOR))),
                other.connect(new Screen(
                        new Actor(new Tenant("globex"), "globex.admin", "A", null, Set.of(Role.ADMIN), Set.of()))),
                other.connect(new Screen(scene.customer())));
        var change = new FloorChanged(ChatScene.ACME, "ticketing");
        events.publishEvent(change);
        await().atMost(PATIENCE).until(() -> {
            other.floor.turn();
            return !manager.frames.isEmpty();
        });
        IntStream.range(0, 20).forEach(again -> other.floor.on(change));
        other.floor.turn();
        other.floor.turn();
        var frame = "{\"type\":\"FLOOR\",\"department\":\"ticketing\"}";
        assertThat(manager.frames).containsExactly(frame, frame);
        assertThat(admin.frames).isEqualTo(manager.frames);
        assertThat(strangers).allSatisfy(stranger -> assertThat(stranger.frames).isEmpty());
    }

    @Test
    void tellsNothingOfAFloorThatDidNotChangeAfterAll(@Autowired TransactionOperations transactions) {
        var admin = other.connect(new Screen(leader("acme.admin", null, Role.ADMIN)));
        transactions.executeWithoutResult(status -> {
            events.publishEvent(new FloorChanged(ChatScene.ACME, "nowhere"));
            status.setRollbackOnly();
        });
        events.publishEvent(new FloorChanged(ChatScene.ACME, "ticketing"));
        await().atMost(PATIENCE).until(() -> {
            other.floor.turn();
            return !admin.frames.isEmpty();
        });
        assertThat(admin.frames).noneMatch(frame -> frame.contains("nowhere"));
    }

    @Test
    void knowsThatACustomerIsStillThereOnAnotherNode() {
        var here = other.connect(new Screen(scene.customer()));
        try (var elsewhere = SocketClient.customer(scene.token())) {
            assertThat(other.disconnect(here)).isFalse();
            assertThat(elsewhere.isOpen()).isTrue();
        }
        await().atMost(PATIENCE).until(() -> {
            other.heartbeat.beat();
            var again = other.connect(new Screen(scene.customer()));
            return other.disconnect(again);
        });
    }

    @Test
    void tellsOnceWhichCustomersADeadNodeHadUnlessTheyCameBack() {
        var lost = ChatScene.opened();
        var third = new OtherNode("third", redis, table, frames);
        third.connect(new Screen(lost.customer()));
        third.connect(new Screen(scene.customer()));
        try (var back = SocketClient.customer(scene.token())) {
            await().atMost(PATIENCE).until(() -> {
                other.heartbeat.beat();
                return other.nodes.others().contains(third.nodes.id());
            });
            third.die();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
                other.heartbeat.beat();
                return !other.nodes.others().contains(third.nodes.id());
            });
            assertThat(back.isOpen()).isTrue();
        }
        await().atMost(PATIENCE).until(() -> told(lost) > 0);
        other.heartbeat.beat();
        assertThat(told(lost)).isEqualTo(1);
        assertThat(other.events).doesNotContain(new VisitorGone(ChatScene.ACME, UUID.fromString(scene.visitor())));
    }

    /** By whichever node found out; the one that did may still be telling when the others see the dead one gone. */
    private long told(ChatScene.Scene lost) {
        var visitor = UUID.fromString(lost.visitor());
        return gone.stream().filter(visitor::equals).count()
                + other.events.stream()
                        .filter(new VisitorGone(ChatScene.ACME, visitor)::equals)
                        .count();
    }

    @Test
    void countsWhatItCouldNotTell() {
        var quiet = new OtherNode("quiet", redis, table, frames);
        await().atMost(PATIENCE).until(() -> {
            other.heartbeat.beat();
            return other.nodes.others().contains(quiet.nodes.id());
        });
        other.relay.close();
        var frame = new Hint.Frame(ChatScene.ACME, Party.customer(scene.visitor()), "x".repeat(10));
        IntStream.range(0, 21_000).forEach(number -> other.relay.tell(frame));
        assertThat(other.metrics.counter("baton.hub.hints.lost").count()).isGreaterThanOrEqualTo(900);
        quiet.close();
    }

    private void append(int count) {
        var agent = ChatScene.agent("kf001", "ticketing");
        IntStream.range(0, count)
                .forEach(number -> scope.run(
                        agent, () -> messages.append(new Messages.Draft(UUID.randomUUID(), scene.id(), "m", null))));
    }

    private static Actor leader(String id, @org.jspecify.annotations.Nullable String department, Role role) {
        return new Actor(ChatScene.ACME, id, id, department, Set.of(role), Set.of());
    }
}
