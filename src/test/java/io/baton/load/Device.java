package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.load.Ledger.Breach;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client with one socket: keeps what was not acknowledged and sends it again with the same id, comes back after a wait,
 * and asks for what it lacks. Used on the event loop of its chat.
 */
final class Device {

    private static final int GOING_AWAY = 1001;
    private static final int TOKEN_OVER = 4003;
    private static final long GAP_PATIENCE = TimeUnit.MILLISECONDS.toNanos(700);

    private final Chat chat;
    private final int index;
    private final Clients clients;
    private final Map<Long, Pending> pending = new LinkedHashMap<>();
    private final Seen seen = new Seen();
    private @Nullable Channel channel;
    private boolean ready;
    private boolean wanted;
    private int attempts;
    private int connections;
    private long lastOnConnection;
    private long nextPing;
    private long pongDue;
    private @Nullable CompletableFuture<Void> audit;
    private long auditAgain = Long.MAX_VALUE;

    private static final class Pending {

        final Book.Entry entry;
        long again;

        Pending(Book.Entry entry) {
            this.entry = entry;
        }
    }

    Device(Chat chat, int index, Clients clients) {
        this.chat = chat;
        this.index = index;
        this.clients = clients;
    }

    Chat chat() {
        return chat;
    }

    /** The number of this client among all. */
    int number() {
        return chat.index() * 2 + index;
    }

    int attempts() {
        return attempts;
    }

    boolean isReady() {
        return ready;
    }

    void connect() {
        wanted = true;
        clients.connect(this);
    }

    /** Leaves on purpose. */
    void leave() {
        wanted = false;
        if (channel != null) {
            channel.close();
        }
    }

    /** Drops the connection with a reset and without a word, as a lost network does, and comes back at once. */
    void drop() {
        if (channel != null) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            attempts = -1;
            channel.pipeline().firstContext().close();
        }
    }

    void opened(Channel opened) {
        channel = opened;
        lastOnConnection = 0;
        pongDue = Long.MAX_VALUE;
    }

    void closed(int code) {
        channel = null;
        if (ready) {
            clients.left();
        }
        ready = false;
        if (wanted) {
            clients.disconnected();
            var wait = wait(code);
            attempts++;
            if (code == TOKEN_OVER) {
                clients.renew(this);
            } else {
                chat.loop().schedule(this::connect, wait, TimeUnit.MILLISECONDS);
            }
        }
    }

    private long wait(int code) {
        if (attempts < 0 || (code == GOING_AWAY && attempts == 0)) {
            return 0;
        }
        var habits = clients.habits();
        var most = Math.min(habits.longest().toMillis(), habits.backOff().toMillis() << Math.min(attempts, 10));
        return ThreadLocalRandom.current().nextLong(most + 1);
    }

    void send(Book.Entry entry) {
        entry.sender = index;
        var waiting = new Pending(entry);
        pending.put(entry.number, waiting);
        if (ready) {
            for (var copy = 0; copy < clients.habits().copies(); copy++) {
                write(waiting, System.nanoTime());
            }
        }
    }

    private void write(Pending waiting, long now) {
        waiting.again = now + clients.habits().resend().toNanos();
        write(clients.frames().text(chat.guest().conversation(), waiting.entry));
    }

    private void write(String frame) {
        if (channel != null) {
            channel.writeAndFlush(clients.frames().encode(channel.alloc(), frame));
        }
    }

    void onReady(JsonNode frame) {
        var now = System.nanoTime();
        ready = true;
        attempts = 0;
        connections++;
        nextPing = now
                + ThreadLocalRandom.current().nextLong(clients.habits().ping().toNanos());
        clients.ready(this, frame.path("node").asText());
        if (audit != null) {
            auditAgain = Long.MAX_VALUE;
            sync(chat.book().audited());
        } else if (connections > 1 || head(frame) > seen.contiguous()) {
            sync(seen.contiguous());
        }
        pending.values().forEach(waiting -> write(waiting, now));
    }

    private long head(JsonNode frame) {
        return frame.path("heads").path(chat.guest().conversation()).asLong();
    }

    void onAck(long number, long seq) {
        pending.remove(number);
        var entry = chat.book().find(number);
        if (entry != null) {
            saw(seq);
            chat.acknowledged(entry, seq);
        }
    }

    void onText(FrameScan frame, long number) {
        var seq = frame.number(FrameScan.SEQ);
        if (seq == lastOnConnection) {
            clients.ledger().breach(Breach.DOUBLED, this + " was told " + seq + " twice");
        } else if (seq < lastOnConnection) {
            clients.ledger().breach(Breach.REORDERED, this + " was told " + seq + " after " + lastOnConnection);
        }
        lastOnConnection = Math.max(lastOnConnection, seq);
        saw(seq);
        var entry = chat.book().find(number);
        if (entry != null && entry.sender != index) {
            chat.delivered(entry, seq, frame.isBodyOf(number, entry.size));
        }
    }

    void onMessages(JsonNode page) {
        for (var message : page.path("messages")) {
            take(message);
        }
        if (page.path("more").asBoolean()) {
            sync(audit == null ? seen.contiguous() : chat.book().audited());
        } else if (audit != null) {
            var done = audit;
            audit = null;
            chat.book().settle();
            done.complete(null);
        }
    }

    private void take(JsonNode message) {
        var seq = message.path("seq").asLong();
        var number = clients.numbers().parse(message.path("id").asText());
        var entry = chat.book().find(number);
        var same = entry != null
                && Numbers.body(number, entry.size).equals(message.path("body").asText());
        if (audit != null) {
            chat.book().stored(number, seq, same);
        } else if (entry != null && entry.sender != index) {
            chat.delivered(entry, seq, same);
        }
        saw(seq);
    }

    void onPong(JsonNode frame) {
        pongDue = Long.MAX_VALUE;
        if (head(frame) > seen.contiguous() && !seen.hasGap() && audit == null) {
            sync(seen.contiguous());
        }
    }

    /** Refused for now: the message, or the page of the audit, is asked for again after the time that the server asks for. */
    void onError(String id, String code, long retryAfterMillis) {
        clients.refused(code);
        var again = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(200, retryAfterMillis));
        var waiting = pending.get(clients.numbers().parse(id));
        if (waiting != null) {
            waiting.again = again;
        } else if (audit != null) {
            auditAgain = again;
        }
    }

    /** What a client does now and then: PING, send again, ask for what is missing. */
    void tick(long now) {
        if (!ready || channel == null) {
            return;
        }
        if (now > pongDue) {
            clients.dead();
            channel.close();
        } else if (now > nextPing) {
            nextPing = now + clients.habits().ping().toNanos();
            pongDue = nextPing;
            write("{\"type\":\"PING\"}");
        }
        if (audit != null && now > auditAgain) {
            auditAgain = Long.MAX_VALUE;
            sync(chat.book().audited());
        }
        for (var waiting : pending.values()) {
            if (now > waiting.again) {
                write(waiting, now);
            }
        }
        if (seen.lacks(now, GAP_PATIENCE)) {
            sync(seen.contiguous());
        }
    }

    /** Reads the whole conversation from the server and settles the book. */
    CompletableFuture<Void> audit() {
        var begun = new CompletableFuture<Void>();
        chat.loop().execute(() -> {
            audit = begun;
            if (ready) {
                sync(0);
            }
        });
        return begun;
    }

    private void sync(long after) {
        write("{\"type\":\"SYNC\",\"conversations\":{\"" + chat.guest().conversation() + "\":" + after + "}}");
    }

    private void saw(long seq) {
        seen.add(seq, System.nanoTime());
    }

    long highest() {
        return seen.highest();
    }

    boolean settled(long head) {
        return pending.isEmpty() && seen.contiguous() == head;
    }

    /** Where the client is, for the last check: what it never got by itself or by asking. */
    long contiguous() {
        return seen.contiguous();
    }

    @Override
    public String toString() {
        return "chat " + chat.index() + ", device " + index;
    }
}
