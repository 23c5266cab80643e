package io.baton.chat.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Brings the messages of one conversation into order for one connection: what was given already is dropped, what comes too
 * early waits for those before it. Not safe for several threads.
 */
final class Lane {

    private static final int MOST_EARLY = 64;

    private final TreeMap<Long, String> early = new TreeMap<>();
    private long last;

    Lane(long last) {
        this.last = last;
    }

    /** The last message that went out, or that is not for this connection to be delivered. */
    long last() {
        return last;
    }

    /** Everything up to here is not for this connection to be delivered. */
    void since(long seq) {
        last = Math.max(last, seq);
    }

    /** Takes a message; answers with those that may go out now, in order. */
    List<String> accept(long seq, String frame) {
        if (seq > last) {
            early.putIfAbsent(seq, frame);
        }
        return early.size() > MOST_EARLY ? settle() : ready();
    }

    /** Gives up waiting for a message that never came: the client sees the gap and asks for it. */
    List<String> settle() {
        var frames = new ArrayList<String>();
        while (!early.isEmpty()) {
            last = Math.max(last, early.firstKey() - 1);
            frames.addAll(ready());
        }
        return frames;
    }

    private List<String> ready() {
        var frames = new ArrayList<String>();
        while (!early.isEmpty() && early.firstKey() <= last + 1) {
            var first = early.pollFirstEntry();
            if (first.getKey() == last + 1) {
                frames.add(first.getValue());
                last = first.getKey();
            }
        }
        return frames;
    }
}
