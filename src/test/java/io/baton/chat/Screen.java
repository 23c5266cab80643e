package io.baton.chat;

import io.baton.kernel.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A device that keeps what it was given; messages in the order of seq, each once, as a connection does. */
final class Screen implements Device {

    private final String id = UUID.randomUUID().toString();
    private final Actor actor;
    private final Map<UUID, Long> delivered = new ConcurrentHashMap<>();
    private final Map<UUID, TreeMap<Long, String>> early = new ConcurrentHashMap<>();
    final List<String> frames = new CopyOnWriteArrayList<>();
    volatile boolean kicked;

    Screen(Actor actor) {
        this.actor = actor;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String device() {
        return id;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Party party() {
        return Party.of(actor);
    }

    @Override
    public Locale locale() {
        return Locale.CHINESE;
    }

    @Override
    public void reply(ServerFrame frame) {
        throw new IllegalStateException("nobody asked");
    }

    @Override
    public void send(String frame) {
        frames.add(frame);
    }

    @Override
    public synchronized void deliver(UUID conversationId, long since, long seq, String frame) {
        var last = Math.max(since, delivered(conversationId));
        var waiting = early.computeIfAbsent(conversationId, id -> new TreeMap<>());
        waiting.put(seq, frame);
        waiting.headMap(last, true).clear();
        while (!waiting.isEmpty() && waiting.firstKey() == last + 1) {
            frames.add(waiting.pollFirstEntry().getValue());
            last++;
        }
        delivered.put(conversationId, last);
    }

    @Override
    public void acknowledge(UUID conversationId, long seq, String frame) {
        deliver(conversationId, seq - 1, seq, frame);
    }

    @Override
    public long delivered(UUID conversationId) {
        return delivered.getOrDefault(conversationId, 0L);
    }

    @Override
    public void kick() {
        kicked = true;
    }
}
