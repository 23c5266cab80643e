package io.baton.load;

import java.time.Duration;
import java.util.List;

/** Opens sockets a few at a time, as people come in over a morning, and waits for all to be READY. */
final class Opening {

    private static final int AT_ONCE = 100;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Clients clients;

    Opening(Clients clients) {
        this.clients = clients;
    }

    void open(List<Chat> chats) throws InterruptedException {
        var before = clients.readyCount();
        var opened = 0;
        for (var chat : chats) {
            opened += chat.devices().size();
            chat.loop().execute(() -> chat.devices().forEach(Device::connect));
            await(before + opened - AT_ONCE);
        }
        await(before + opened);
    }

    /** Waits until so many are READY; refuses when that takes minutes. */
    void await(int wanted) throws InterruptedException {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (clients.readyCount() < wanted) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + clients.readyCount() + " of " + wanted
                        + " sockets are READY: " + clients.troubles());
            }
            Thread.sleep(1);
        }
    }
}
