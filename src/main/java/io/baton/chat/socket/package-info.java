/** The sockets: handshake, one connection per device with its limits, and the handlers of the frames. */
@NullMarked
package io.baton.chat.socket;

import org.jspecify.annotations.NullMarked;
