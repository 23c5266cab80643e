package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.development.Ports;
import io.baton.load.Ledger.Breach;
import java.net.URI;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The clients against a relay that keeps no promise, because a kit that never complains proves nothing. */
class ClientsTests {

    private static final int CHATS = 4;

    private static ConfigurableApplicationContext relay;
    private static Door door;

    @BeforeAll
    static void startsARelay() {
        var port = Ports.free();
        relay = RelayApplication.start("--server.port=" + port, "--server.address=127.0.0.1");
        door = Door.of(URI.create("http://127.0.0.1:" + port));
    }

    @AfterAll
    static void stopsIt() {
        relay.close();
    }

    @Test
    void bringsWhatOneDeviceSendsToTheOther() throws Exception {
        try (var clients = new Clients(door, Habits.SHIPPED)) {
            var window = clients.meter().open();
            for (var chat : open(clients, door)) {
                chat.send(200, System.nanoTime());
                chat.send(200, System.nanoTime());
            }
            await(() -> clients.meter().completions() == 2 * CHATS);
            clients.meter().close(window);

            assertThat(window.delivered().count()).isEqualTo(2 * CHATS);
            assertThat(clients.ledger().acknowledgedCount()).isEqualTo(2 * CHATS);
            assertThat(clients.ledger().clean()).isTrue();
        }
    }

    @Test
    void keepsOneMessageUnderWayUntilItIsToldToStop() throws Exception {
        try (var clients = new Clients(door, Habits.SHIPPED)) {
            var chats = open(clients, door);
            chats.forEach(chat -> chat.keepSending(200));
            await(() -> clients.meter().completions() > 200);
            chats.forEach(Chat::stopSending);
            await(() -> clients.meter().completions() == clients.ledger().sentCount());
        }
    }

    @Test
    void sendsAtTheRateThatWasAskedFor() throws Exception {
        try (var clients = new Clients(door, Habits.SHIPPED)) {
            var chats = open(clients, door);
            var began = System.nanoTime();
            try (var pacer = Pacer.start(chats, 500, 200)) {
                await(() -> clients.ledger().sentCount() >= 100);
            }
            assertThat(System.nanoTime() - began).isGreaterThan(190_000_000L);
        }
    }

    @Test
    void complainsOfARelayThatAcknowledgesAndStoresNothing() throws Exception {
        try (var clients = new Clients(door, Habits.SHIPPED)) {
            open(clients, door).forEach(chat -> chat.send(200, System.nanoTime()));
            await(() -> clients.meter().completions() == CHATS);

            new Audit(clients).run();

            assertThat(clients.ledger().count(Breach.LOST)).isEqualTo(CHATS);
            assertThat(clients.ledger().count(Breach.NEVER_STORED)).isEqualTo(CHATS);
        }
    }

    @Test
    void comesBackAfterACutAndSendsAgainWhatWasNotAcknowledged() throws Exception {
        try (var proxy = new TcpProxy(door.sockets());
                var clients = new Clients(door.through(List.of(proxy.address())), Habits.ALERT)) {
            var chats = open(clients, door);
            proxy.links().forEach(ProxyLink::cut);
            await(() -> clients.reconnections() >= 2 * CHATS);
            chats.forEach(chat -> chat.send(200, System.nanoTime()));
            await(() -> clients.ledger().acknowledgedCount() == CHATS);

            assertThat(clients.ledger().sentCount()).isEqualTo(CHATS);
        }
    }

    @Test
    void noticesAConnectionThatIsOpenOnOneSideOnly() throws Exception {
        try (var proxy = new TcpProxy(door.sockets());
                var clients = new Clients(door.through(List.of(proxy.address())), Habits.ALERT)) {
            open(clients, door);
            proxy.links().forEach(ProxyLink::halfOpen);
            await(() -> clients.reconnections() >= 2 * CHATS && clients.readyCount() == 2 * CHATS);

            assertThat(clients.troubles()).containsEntry("no pong", 2L * CHATS);
        }
    }

    private static List<Chat> open(Clients clients, Door rest) throws InterruptedException {
        var chats = clients.add(new Visitors(rest.rest(), "acme").admit(CHATS));
        new Opening(clients).open(chats);
        return chats;
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(deadline);
            Thread.sleep(5);
        }
    }
}
