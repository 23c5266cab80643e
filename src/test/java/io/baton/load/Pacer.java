package io.baton.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Sends at a fixed rate from chats in turn, each message with the moment at which it was meant to be sent. */
final class Pacer implements AutoCloseable {

    private final List<Chat> chats;
    private final int size;
    private final double interval;
    private final Thread thread = Thread.ofPlatform().daemon().name("pacer").unstarted(this::run);
    private volatile boolean stopped;

    private Pacer(List<Chat> chats, double perSecond, int size) {
        this.chats = new ArrayList<>(chats);
        Collections.shuffle(this.chats, new Random(1));
        this.size = size;
        this.interval = 1e9 / perSecond;
    }

    static Pacer start(List<Chat> chats, double perSecond, int size) {
        var pacer = new Pacer(chats, perSecond, size);
        pacer.thread.start();
        return pacer;
    }

    private void run() {
        var began = System.nanoTime();
        for (long sent = 0; !stopped; sent++) {
            var meant = began + (long) (sent * interval);
            for (var wait = meant - System.nanoTime(); wait > 0; wait = meant - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            chats.get((int) (sent % chats.size())).send(size, meant);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
