package io.baton.load;

import java.time.Duration;

/**
 * How a client behaves: like the one that is shipped, unless a test needs it quicker.
 *
 * @param ping how often it asks for the heads, and how long it waits for the answer before it takes the connection for dead
 * @param backOff the first wait before a new connection, doubled each time
 * @param longest the longest such wait; the wait itself is anything between nothing and that
 * @param resend how long it waits for an ACK before it sends again
 * @param copies how often it sends each message at once
 */
record Habits(Duration ping, Duration backOff, Duration longest, Duration resend, int copies) {

    static final Habits SHIPPED = new Habits(
            Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(20), 1);

    /** Notices a dead connection within seconds, so that faults can follow each other quickly. */
    static final Habits ALERT =
            new Habits(Duration.ofSeconds(3), Duration.ofMillis(500), Duration.ofSeconds(4), Duration.ofSeconds(6), 1);

    Habits times(int copies) {
        return new Habits(ping, backOff, longest, resend, copies);
    }
}
