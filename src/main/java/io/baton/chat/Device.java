package io.baton.chat;

import java.util.Locale;
import java.util.UUID;

/**
 * One connection of a party, as the hub sees it. None of its methods waits: what a client does not take in time is dropped
 * with its connection, and SYNC brings it back.
 */
public interface Device extends Sender {

    /** The language of the person at this device. */
    Locale locale();

    /** Puts an encoded frame behind those that wait. */
    void send(byte[] frame);

    /**
     * Puts a message behind those that wait, in the order of seq whatever the order of calls; what this connection was
     * already given is dropped.
     *
     * @param since the seq that the party had when it joined: the first one to be delivered comes after it
     */
    void deliver(UUID conversationId, long since, long seq, byte[] frame);
}
