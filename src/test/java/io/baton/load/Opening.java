package io.baton.load;

import java.time.Duration;
import java.util.List;

/** Opens sockets a few at a time, as people come in over a morning, and waits for all to be READY. */
final class Opening {

    private static final int AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

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

    /** Waits until so many are READY; refuses when no more come for a while. */
    void await(int wanted) throws InterruptedException {
        var best = 0;
        var since = System.nanoTime();
        for (var ready = clients.readyCount(); ready < wanted; ready = clients.readyCount()) {
            if (ready > best) {
                best = ready;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "only " + clients.readyCount() + " of " + wanted + " sockets are READY: " + clients.troubles());
            }
            Thread.sleep(1);
        }
    }
}
