package io.baton.chat;

import io.baton.kernel.Actor;

/** The connection a frame came from. */
public interface Sender {

    /** The id of this connection. */
    String id();

    Actor actor();

    Party party();

    /** Answers on this connection only; waits while the client takes frames more slowly than they are made. */
    void reply(ServerFrame frame);
}
