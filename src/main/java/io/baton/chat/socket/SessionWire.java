package io.baton.chat.socket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** The way to a client over the container's socket, which waits for a slow client with its selector and no thread. */
final class SessionWire implements Outbox.Wire {

    private static final Logger log = LoggerFactory.getLogger(SessionWire.class);

    /** How long a client may take for one frame. */
    private static final long PATIENCE = 10_000;

    private final WebSocketSession session;
    private final RemoteEndpoint.Async remote;

    SessionWire(WebSocketSession session, Session socket) {
        this.session = session;
        this.remote = socket.getAsyncRemote();
        remote.setSendTimeout(PATIENCE);
    }

    @Override
    public void write(String frame, Consumer<@Nullable Throwable> written) {
        try {
            remote.sendText(frame, result -> written.accept(result.getException()));
        } catch (RuntimeException closed) {
            written.accept(closed);
        }
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
