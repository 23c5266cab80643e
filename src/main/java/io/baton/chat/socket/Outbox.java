package io.baton.chat.socket;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/**
 * What waits to be written to one client, bounded in bytes. A frame is written by whoever adds it, or, when the client does
 * not take it at once, goes on where the wire says that it was taken: nobody waits for a client, and no thread is kept for
 * one. The lock is never held while anything is written. A client that does not keep up is closed with 1013 and what waits
 * is dropped.
 */
final class Outbox {

    /** The way to the client; it is given one frame after the other. */
    interface Wire {

        /** Writes without waiting; tells afterwards, perhaps before it returns, whether it went wrong. */
        void write(String frame, Consumer<@Nullable Throwable> written);

        /** May wait. */
        void close(CloseStatus status);
    }

    /** Characters take up to two bytes in memory, whatever they take on the wire. */
    private static final int BYTES = 2;

    private final Wire wire;
    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Queue<String> waiting = new ArrayDeque<>(4);
    private long bytes;
    private boolean writing;
    private boolean over;
    private @Nullable CloseStatus end;

    Outbox(Wire wire, long capacity) {
        this.wire = wire;
        this.capacity = capacity;
    }

    /** Adds a frame without waiting; a full outbox ends the connection. */
    void offer(String frame) {
        lock.lock();
        try {
            if (isEnding()) {
                return;
            }
            if (!waiting.isEmpty() && bytes + size(frame) > capacity) {
                drop(CloseStatus.SERVICE_OVERLOAD.withReason("slow consumer"));
            } else {
                add(frame);
            }
        } finally {
            lock.unlock();
        }
        write();
    }

    /** Adds a frame once half of the outbox is free, so that answers to a client never crowd it out. */
    void put(String frame) {
        lock.lock();
        try {
            while (!isEnding() && !waiting.isEmpty() && bytes + size(frame) > capacity / 2) {
                room.awaitUninterruptibly();
            }
            if (!isEnding()) {
                add(frame);
            }
        } finally {
            lock.unlock();
        }
        write();
    }

    /** Closes after everything that waits was written. */
    void finish(CloseStatus status) {
        lock.lock();
        try {
            if (!isEnding()) {
                end = status;
            }
        } finally {
            lock.unlock();
        }
        write();
    }

    /** Closes now; what waits is dropped. */
    void abort(CloseStatus status) {
        lock.lock();
        try {
            if (!over) {
                drop(status);
            }
        } finally {
            lock.unlock();
        }
        write();
    }

    /** The connection is gone: nothing is written any more. */
    void gone() {
        lock.lock();
        try {
            over = true;
            waiting.clear();
            bytes = 0;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isEnding() {
        return over || end != null;
    }

    private void drop(CloseStatus status) {
        waiting.clear();
        bytes = 0;
        end = status;
        room.signalAll();
    }

    private void add(String frame) {
        waiting.add(frame);
        bytes += size(frame);
    }

    private static long size(String frame) {
        return (long) frame.length() * BYTES;
    }

    /** Writes what waits, unless somebody does already. */
    private void write() {
        lock.lock();
        try {
            if (writing || over) {
                return;
            }
            writing = true;
        } finally {
            lock.unlock();
        }
        goOn();
    }

    private void goOn() {
        var frame = next();
        while (frame != null && isWrittenAtOnce(frame)) {
            frame = next();
        }
    }

    /** False when the wire goes on by itself, later. */
    private boolean isWrittenAtOnce(String frame) {
        var handedOver = new AtomicBoolean();
        wire.write(frame, failure -> {
            if (failure != null) {
                abort(CloseStatus.SESSION_NOT_RELIABLE);
            }
            if (!handedOver.compareAndSet(false, true)) {
                goOn();
            }
        });
        return !handedOver.compareAndSet(false, true);
    }

    /** The next frame; none when there is nothing to write for now, or for ever. */
    private @Nullable String next() {
        CloseStatus status;
        lock.lock();
        try {
            var frame = waiting.poll();
            if (frame != null) {
                bytes -= size(frame);
                room.signalAll();
                return frame;
            }
            status = over ? null : end;
            over = over || status != null;
            writing = false;
        } finally {
            lock.unlock();
        }
        if (status != null) {
            Thread.ofVirtual().name("socket-closer").start(() -> wire.close(status));
        }
        return null;
    }
}
