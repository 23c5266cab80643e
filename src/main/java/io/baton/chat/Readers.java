package io.baton.chat;

import java.util.UUID;

/** Tells that somebody has work to do with a conversation without taking part in it, and so may read it, but not end it. */
public interface Readers {

    /** Whether the current actor may; never passes a customer. */
    boolean mayRead(UUID conversation);
}
