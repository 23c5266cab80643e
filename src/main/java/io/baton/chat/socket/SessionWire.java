package io.baton.chat.socket;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** The way to a client over a Spring socket session; used by one thread at a time. */
final class SessionWire implements Outbox.Wire {

    private static final Logger log = LoggerFactory.getLogger(SessionWire.class);

    private final WebSocketSession session;

    SessionWire(WebSocketSession session) {
        this.session = session;
    }

    @Override
    public void write(byte[] frame) throws IOException {
        session.sendMessage(new TextMessage(frame));
    }

    @Override
    public void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException | IllegalStateException alreadyGone) {
            log.debug("the client had gone before it was closed");
        }
    }
}
