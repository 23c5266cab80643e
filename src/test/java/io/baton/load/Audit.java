package io.baton.load;

import io.baton.load.Ledger.Breach;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The end of a run: waits until the clients are quiet, reads every conversation from the server, and settles the books. */
final class Audit {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Millions of messages may have to be read. */
    private static final Duration READING = Duration.ofMinutes(20);

    private static final long POLL_MILLIS = 250;

    private final List<Chat> chats;
    private final Ledger ledger;

    Audit(Clients clients) {
        this.chats = clients.chats();
        this.ledger = clients.ledger();
    }

    /** Refuses a server that does not tell its conversations. */
    void run() throws InterruptedException {
        awaitQuiet();
        chats.forEach(chat -> on(chat, () -> noteMissing(chat)));
        var audits =
                chats.stream().map(chat -> chat.devices().getFirst().audit()).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(audits).get(READING.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the conversations could not be read", e);
        }
    }

    private void awaitQuiet() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !chats.stream().allMatch(this::quiet)) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean quiet(Chat chat) {
        return CompletableFuture.supplyAsync(chat::quiet, chat.loop()).join();
    }

    private void noteMissing(Chat chat) {
        for (var device : chat.devices()) {
            if (device.contiguous() < chat.head()) {
                ledger.breach(Breach.NOT_DELIVERED, device + " has " + device.contiguous() + " of " + chat.head());
            }
        }
    }

    private static void on(Chat chat, Runnable work) {
        CompletableFuture.runAsync(work, chat.loop()).join();
    }
}
