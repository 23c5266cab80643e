package io.baton.chat;

import java.util.UUID;

/**
 * One connection of a party, as the hub sees it. None of its methods waits: what a client does not take in time is dropped
 * with its connection, and SYNC brings it back.
 */
public interface Device extends Sender {

    /**
     * Puts a message behind those that wait, in the order of seq whatever the order of calls; what this connection was
     * already given is dropped.
     *
     * @param since the seq that the party had when it joined: the first one to be delivered comes after it
     */
    void deliver(UUID conversationId, long since, long seq, String frame);

    /** The same for the acknowledgement of a message that came from here; it is sent whatever was given before. */
    void acknowledge(UUID conversationId, long seq, String frame);

    /** The seq up to which this connection was given the messages of a conversation; 0 when it was given none. */
    long delivered(UUID conversationId);

    /** Says that a newer device has come, and closes. */
    void kick();
}
