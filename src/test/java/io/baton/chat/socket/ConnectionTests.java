package io.baton.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.MovableClock;
import io.baton.chat.Frames;
import io.baton.chat.ServerFrame;
import io.baton.identity.SessionEnded;
import io.baton.identity.SignedIn;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;

class ConnectionTests {

    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");
    private static final UUID CONVERSATION = Ids.next();

    private final MovableClock clock = new MovableClock(NOW);
    private final Connections connections = new Connections(QuotaTests.LIMITS, clock);

    private static final class Wire implements Outbox.Wire {

        final List<String> written = new CopyOnWriteArrayList<>();
        final CompletableFuture<CloseStatus> closed = new CompletableFuture<>();

        @Override
        public void write(String frame, Consumer<@Nullable Throwable> done) {
            written.add(frame);
            done.accept(null);
        }

        @Override
        public void close(CloseStatus status) {
            closed.complete(status);
        }

        int code() {
            return closed.orTimeout(10, TimeUnit.SECONDS).join().getCode();
        }
    }

    @Test
    void beginsWithReadyWhateverWasSentBefore() {
        var wire = new Wire();
        var connection = connection(wire, guest(false, null, null));
        connection.send("notice");
        connection.deliver(CONVERSATION, 0, 3, "3");
        connection.deliver(CONVERSATION, 0, 4, "4");
        connection.ready(ready(Map.of(CONVERSATION, 3L)));
        connection.close(CloseStatus.NORMAL, false);
        assertThat(wire.code()).isEqualTo(1000);
        assertThat(wire.written).hasSize(3);
        assertThat(wire.written.getFirst()).contains("\"type\":\"READY\"");
        assertThat(wire.written.subList(1, 3)).containsExactly("notice", "4");
    }

    @Test
    void deliversAConversationThatBeganLaterFromItsStart() {
        var wire = new Wire();
        var connection = connection(wire, guest(false, null, null));
        connection.ready(ready(Map.of()));
        connection.deliver(CONVERSATION, 6, 8, "8");
        connection.deliver(CONVERSATION, 6, 7, "7");
        connection.close(CloseStatus.NORMAL, false);
        assertThat(wire.code()).isEqualTo(1000);
        assertThat(wire.written.subList(1, 3)).containsExactly("7", "8");
    }

    @Test
    void closesTheSocketsOfAnEndedSession() {
        var ended = new Wire();
        var other = new Wire();
        connections.add(connection(ended, guest(false, "s1", null)));
        connections.add(connection(other, guest(false, "s2", null)));
        connections.on(new SessionEnded("s1"));
        assertThat(ended.code()).isEqualTo(4003);
        assertThat(other.closed).isNotDone();
    }

    @Test
    void closesTheSocketWhoseTokenIsOver() {
        var wire = new Wire();
        connections.add(connection(wire, guest(true, null, NOW.plusSeconds(60))));
        connections.closeExpired();
        assertThat(wire.closed).isNotDone();
        clock.pass(Duration.ofSeconds(60));
        connections.closeExpired();
        assertThat(wire.code()).isEqualTo(4003);
    }

    @Test
    void sendsEverybodyElsewhereWhenTheNodeLeaves() {
        var wire = new Wire();
        connections.add(connection(wire, guest(false, null, null)));
        connections.leave();
        assertThat(wire.code()).isEqualTo(1001);
    }

    @Test
    void refusesTheEleventhConnectionOfAVisitorUntilOneIsGone() {
        var guest = guest(true, null, null);
        connections.keepRoom(guest);
        var last = connection(new Wire(), guest);
        connections.add(last);
        IntStream.range(1, 10).forEach(number -> connections.keepRoom(guest));
        Assertions.assertThatThrownBy(() -> connections.keepRoom(guest))
                .isInstanceOfSatisfying(Problem.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(429);
                    assertThat(refusal.code()).isEqualTo("too_many_connections");
                });
        assertThat(connections.remove(last)).isTrue();
        assertThat(connections.remove(last)).isFalse();
        connections.keepRoom(guest);
        connections.giveRoomBack(guest);
        connections.keepRoom(guest);
    }

    @Test
    void letsFiftyOfAThousandAtOnceInFromAnAddress() throws Exception {
        var guest = guest(false, null, null);
        var inside = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 1_000)
                    .forEach(number -> threads.submit(() -> {
                        connections.keepRoom(guest);
                        inside.incrementAndGet();
                    }));
        }
        assertThat(inside).hasValue(50);
    }

    @Test
    void letsNobodyInOnceTheNodeLeaves() {
        connections.leave();
        Assertions.assertThatThrownBy(() -> connections.keepRoom(guest(true, null, null)))
                .isInstanceOfSatisfying(
                        Problem.class, refusal -> assertThat(refusal.status()).isEqualTo(503));
        var late = new Wire();
        connections.add(connection(late, guest(true, null, null)));
        assertThat(late.code()).isEqualTo(1001);
    }

    @Test
    void acknowledgesInOrderAndOnceMoreWhenItIsAskedAgain() {
        var wire = new Wire();
        var connection = connection(wire, guest(false, null, null));
        connection.ready(ready(Map.of(CONVERSATION, 3L)));
        connection.acknowledge(CONVERSATION, 5, "ack 5");
        connection.deliver(CONVERSATION, 0, 4, "4");
        connection.acknowledge(CONVERSATION, 5, "ack 5 again");
        connection.deliver(CONVERSATION, 0, 5, "5");
        assertThat(connection.delivered(CONVERSATION)).isEqualTo(5);
        assertThat(wire.written.subList(1, wire.written.size())).containsExactly("4", "ack 5", "ack 5 again");
    }

    @Test
    void saysThatANewerDeviceHasCome() {
        var wire = new Wire();
        var connection = connection(wire, guest(false, null, null));
        connection.ready(ready(Map.of()));
        connection.kick();
        assertThat(wire.code()).isEqualTo(4001);
        assertThat(wire.written.getLast()).contains("KICKED");
    }

    @Test
    void tellsALostNetworkFromASignOut() {
        assertThat(Closing.isOnPurpose(CloseStatus.NORMAL)).isTrue();
        assertThat(Closing.isOnPurpose(Closing.REVOKED)).isTrue();
        assertThat(Closing.isOnPurpose(Closing.EXPIRED)).isFalse();
        assertThat(Closing.isOnPurpose(CloseStatus.GOING_AWAY)).isFalse();
        assertThat(Closing.isOnPurpose(CloseStatus.NO_CLOSE_FRAME)).isFalse();
        assertThat(Closing.isOnPurpose(CloseStatus.NO_STATUS_CODE)).isFalse();
    }

    private static Connection connection(Wire wire, Guest guest) {
        return new Connection(UUID.randomUUID().toString(), guest, new Frames(), new Outbox(wire, 1_000_000));
    }

    private static Guest guest(boolean visitor, @Nullable String session, @Nullable Instant until) {
        var actor = visitor
                ? new Actor(new Tenant("acme"), "0197-visitor", "Li", null, Set.of(), Set.of())
                : new Actor(new Tenant("acme"), "kf001", "Li", "vip", Set.of(Role.CUSTOMER_SERVICE), Set.of());
        return new Guest(new SignedIn(actor, visitor, session, until), "192.0.2.1", "tab", Locale.ENGLISH);
    }

    private static ServerFrame.Ready ready(Map<UUID, Long> heads) {
        return new ServerFrame.Ready("kf001", "customer_service", "acme", "node", heads, NOW);
    }
}
