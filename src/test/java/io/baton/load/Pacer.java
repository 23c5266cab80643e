package io.baton.load;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends at a fixed rate from chats in turn, each message with the moment at which it was meant to be sent. Rests a millisecond
 * in between and sends what is due then together: to wake threads for each message costs the processors that the server
 * shares.
 */
final class Pacer implements AutoCloseable {

    private static final long REST = TimeUnit.MILLISECONDS.toNanos(1);

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
        for (long sent = 0; !stopped; ) {
            var due = (long) ((System.nanoTime() - began) / interval) + 1;
            send(began, sent, due);
            sent = due;
            LockSupport.parkNanos(Math.max(REST, meant(began, due) - System.nanoTime()));
        }
    }

    private void send(long began, long from, long to) {
        var parts = new HashMap<EventLoop, List<Runnable>>();
        for (var number = from; number < to; number++) {
            var chat = chats.get((int) (number % chats.size()));
            var meant = meant(began, number);
            parts.computeIfAbsent(chat.loop(), loop -> new ArrayList<>()).add(() -> chat.send(size, meant));
        }
        parts.forEach((loop, part) -> loop.execute(() -> part.forEach(Runnable::run)));
    }

    private long meant(long began, long number) {
        return began + (long) (number * interval);
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
