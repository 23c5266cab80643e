package io.baton.chat.socket;

import io.baton.chat.Device;
import io.baton.chat.Frames;
import io.baton.chat.Party;
import io.baton.chat.ServerFrame;
import io.baton.identity.SignedIn;
import io.baton.kernel.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.socket.CloseStatus;

/**
 * One client. READY is its first frame, whatever was sent to it before; messages leave in the order of seq, each once. Does
 * not promise that the client receives them.
 */
final class Connection implements Device {

    private final String id;
    private final Guest guest;
    private final Party party;
    private final Frames frames;
    private final Outbox outbox;
    private final ReentrantLock order = new ReentrantLock();
    private final Map<UUID, Lane> lanes = new HashMap<>();
    private final List<Runnable> early = new ArrayList<>();
    private boolean ready;

    Connection(String id, Guest guest, Frames frames, Outbox outbox) {
        this.id = id;
        this.guest = guest;
        this.party = Party.of(guest.who().actor());
        this.frames = frames;
        this.outbox = outbox;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String device() {
        return guest.device();
    }

    @Override
    public Actor actor() {
        return guest.who().actor();
    }

    @Override
    public Party party() {
        return party;
    }

    @Override
    public Locale locale() {
        return guest.locale();
    }

    Guest guest() {
        return guest;
    }

    SignedIn who() {
        return guest.who();
    }

    boolean isAgent() {
        return party.kind() == Party.Kind.AGENT;
    }

    /** Sends READY and then what came in the meantime; messages up to the heads are for SYNC. */
    void ready(ServerFrame.Ready frame) {
        order.lock();
        try {
            frame.heads().forEach((conversation, head) -> lanes.put(conversation, new Lane(head)));
            outbox.offer(frames.encode(frame));
            ready = true;
            early.forEach(Runnable::run);
            early.clear();
        } finally {
            order.unlock();
        }
    }

    @Override
    public void reply(ServerFrame frame) {
        if (frame instanceof ServerFrame.Pong) {
            settle();
        }
        outbox.put(frames.encode(frame));
    }

    @Override
    public void send(String frame) {
        whenReady(() -> outbox.offer(frame));
    }

    @Override
    public void deliver(UUID conversationId, long since, long seq, String frame) {
        whenReady(() -> {
            var lane = lanes.computeIfAbsent(conversationId, conversation -> new Lane(since));
            lane.since(since);
            lane.accept(seq, frame).forEach(outbox::offer);
        });
    }

    /** Before the messages that this client has not been given yet, an acknowledgement would look like a gap. */
    @Override
    public void acknowledge(UUID conversationId, long seq, String frame) {
        whenReady(() -> {
            var lane = lanes.computeIfAbsent(conversationId, conversation -> new Lane(seq - 1));
            if (lane.last() >= seq) {
                outbox.offer(frame);
            } else {
                lane.accept(seq, frame).forEach(outbox::offer);
            }
        });
    }

    @Override
    public long delivered(UUID conversationId) {
        order.lock();
        try {
            var lane = lanes.get(conversationId);
            return lane == null ? 0 : lane.last();
        } finally {
            order.unlock();
        }
    }

    @Override
    public void kick() {
        send(frames.encode(new ServerFrame.Kicked("newer_device")));
        close(Closing.KICKED, false);
    }

    /** Closes after everything that waits, or at once. */
    void close(CloseStatus status, boolean atOnce) {
        if (atOnce) {
            outbox.abort(status);
        } else {
            outbox.finish(status);
        }
    }

    void gone() {
        outbox.gone();
    }

    /** A message whose predecessor never came goes out before the heads tell of it. */
    private void settle() {
        whenReady(() -> lanes.values().forEach(lane -> lane.settle().forEach(outbox::offer)));
    }

    private void whenReady(Runnable work) {
        order.lock();
        try {
            if (ready) {
                work.run();
            } else {
                early.add(work);
            }
        } finally {
            order.unlock();
        }
    }
}
