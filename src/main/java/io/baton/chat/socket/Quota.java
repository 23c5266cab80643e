package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.Limits;
import io.baton.chat.Party;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

/** What one connection may do, frame by frame. Used by the one thread that reads the connection. */
final class Quota {

    private static final long MINUTE = 60_000;
    private static final long SECOND = 1_000;
    private static final int MOST_TYPING = 200;

    private final Clock clock;
    private final TokenBucket texts;
    private final TokenBucket others;
    private final int malformedPerMinute;
    private final Queue<Long> malformed = new ArrayDeque<>();
    private final Map<UUID, Long> typing = new HashMap<>();

    Quota(Limits limits, Party party, Clock clock) {
        this.clock = clock;
        this.texts = new TokenBucket(limits.texts(party), clock.millis());
        this.others = new TokenBucket(limits.frames(), clock.millis());
        this.malformedPerMinute = limits.malformedPerMinute();
    }

    /** 0 when the frame may pass, else how many milliseconds to wait. */
    long take(ClientFrame frame) {
        return (frame instanceof ClientFrame.Text ? texts : others).take(clock.millis());
    }

    /** Counts a broken frame; false when there were too many of them within a minute. */
    boolean toleratesMalformed() {
        var now = clock.millis();
        while (!malformed.isEmpty() && malformed.peek() <= now - MINUTE) {
            malformed.remove();
        }
        malformed.add(now);
        return malformed.size() <= malformedPerMinute;
    }

    /** Whether this TYPING is the first of its conversation within a second. */
    boolean passes(ClientFrame.Typing frame) {
        var now = clock.millis();
        if (typing.size() > MOST_TYPING) {
            typing.values().removeIf(at -> at <= now - SECOND);
        }
        var before = typing.get(frame.conversationId());
        if (before != null && now - before < SECOND) {
            return false;
        }
        typing.put(frame.conversationId(), now);
        return true;
    }
}
