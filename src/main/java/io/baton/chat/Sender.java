package io.baton.chat;

import io.baton.kernel.Actor;
import java.util.Locale;

/** The connection a frame came from. */
public interface Sender {

    /** The id of this connection. */
    String id();

    /** The client's own name of the device, the same after it has come back. */
    String device();

    Actor actor();

    Party party();

    /** The language of the person at this connection. */
    Locale locale();

    /** Answers on this connection only; waits while the client takes frames more slowly than they are made. */
    void reply(ServerFrame frame);

    /** Puts an encoded frame behind those that wait, without waiting itself. */
    void send(String frame);
}
