package io.baton.chat.socket;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/**
 * What waits to be written to one client, bounded in bytes. One virtual thread writes, and only while there is something to
 * write; the lock is never held while it does. A client that does not keep up is closed with 1013 and what waits is dropped.
 */
final class Outbox {

    /** The way to the client. */
    interface Wire {

        void write(byte[] frame) throws IOException;

        void close(CloseStatus status);
    }

    private final Wire wire;
    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean writing;
    private boolean over;
    private @Nullable CloseStatus end;

    Outbox(Wire wire, long capacity) {
        this.wire = wire;
        this.capacity = capacity;
    }

    /** Adds a frame without waiting; a full outbox ends the connection. */
    void offer(byte[] frame) {
        lock.lock();
        try {
            if (isEnding()) {
                return;
            }
            if (!waiting.isEmpty() && bytes + frame.length > capacity) {
                drop(CloseStatus.SERVICE_OVERLOAD.withReason("slow consumer"));
            } else {
                add(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Adds a frame once half of the outbox is free, so that answers to a client never crowd it out. */
    void put(byte[] frame) {
        lock.lock();
        try {
            while (!isEnding() && !waiting.isEmpty() && bytes + frame.length > capacity / 2) {
                room.awaitUninterruptibly();
            }
            if (!isEnding()) {
                add(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes after everything that waits was written. */
    void finish(CloseStatus status) {
        lock.lock();
        try {
            if (!isEnding()) {
                end = status;
                write();
            }
        } finally {
            lock.unlock();
        }
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
        write();
    }

    private void add(byte[] frame) {
        waiting.add(frame);
        bytes += frame.length;
        write();
    }

    private void write() {
        if (!writing && !over) {
            writing = true;
            Thread.ofVirtual().name("baton-socket-writer").start(this::drain);
        }
    }

    private void drain() {
        for (var frame = next(); frame != null; frame = next()) {
            try {
                wire.write(frame);
            } catch (IOException | IllegalStateException lost) {
                abort(CloseStatus.SESSION_NOT_RELIABLE);
            }
        }
    }

    /** The next frame; none when there is nothing to write for now, or for ever. */
    private byte @Nullable [] next() {
        CloseStatus status;
        lock.lock();
        try {
            var frame = waiting.poll();
            if (frame != null) {
                bytes -= frame.length;
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
            wire.close(status);
        }
        return null;
    }
}
