package io.baton.chat.socket;

import io.baton.chat.Limits;
import io.baton.chat.socket.Channels.Channel;
import jakarta.websocket.Session;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** The edge of the sockets: puts frames together from their parts, refuses those that are too big, hands on the rest. */
@Component
class SocketHandler extends AbstractWebSocketHandler {

    private static final String CHANNEL = "baton.channel";
    private static final String READ_IDLE = "org.apache.tomcat.websocket.READ_IDLE_TIMEOUT_MS";
    private static final String CLOSE_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
    private static final long SILENCE = 95_000;
    private static final long PATIENCE = 10_000;

    /** A character takes up to three bytes on the wire. */
    private static final long BYTES = 3;

    private final Connections connections;
    private final Arrivals arrivals;
    private final FrameDispatch dispatch;
    private final Channels channels;
    private final Turnstile turnstile;
    private final Limits limits;

    SocketHandler(
            Connections connections,
            Arrivals arrivals,
            FrameDispatch dispatch,
            Channels channels,
            Turnstile turnstile,
            Limits limits) {
        this.connections = connections;
        this.arrivals = arrivals;
        this.dispatch = dispatch;
        this.channels = channels;
        this.turnstile = turnstile;
        this.limits = limits;
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        if (!(session instanceof NativeWebSocketSession wrapped)
                || !(wrapped.getNativeSession() instanceof Session socket)
                || !(session.getAttributes().remove(Guest.ATTRIBUTE) instanceof Guest guest)) {
            throw new IllegalStateException("nobody comes in without a handshake");
        }
        socket.getUserProperties().put(READ_IDLE, SILENCE);
        socket.getUserProperties().put(CLOSE_TIMEOUT, PATIENCE);
        var channel = channels.open(session.getId(), new SessionWire(session, socket), guest);
        var connection = channel.connection;
        session.getAttributes().put(CHANNEL, channel);
        connections.add(connection);
        turnstile.pass(() -> arrivals.arrived(connection));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var channel = channel(session);
        if (channel == null || channel.closed) {
            return;
        }
        if (message.isLast() && channel.part.isEmpty()) {
            take(channel, message.getPayload());
            return;
        }
        channel.part.append(message.getPayload());
        if (channel.part.length() > limits.frame().toBytes()) {
            refuse(channel);
        } else if (message.isLast()) {
            var text = channel.part.toString();
            channel.part.setLength(0);
            channel.part.trimToSize();
            take(channel, text);
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        var channel = channel(session);
        if (channel != null && !channel.closed && message.isLast()) {
            channel.closed = !dispatch.malformed(channel.connection, channel.quota);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        // the close that follows tells what there is to tell
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var channel = channel(session);
        if (channel != null && connections.remove(channel.connection)) {
            channel.connection.gone();
            turnstile.pass(() -> arrivals.left(channel.connection, status));
        }
    }

    private void take(Channel channel, String text) {
        if (isTooBig(text)) {
            refuse(channel);
        } else {
            channel.closed = !dispatch.handle(channel.connection, channel.quota, text);
        }
    }

    private static void refuse(Channel channel) {
        channel.closed = true;
        channel.part.setLength(0);
        channel.connection.close(Closing.TOO_BIG, true);
    }

    private boolean isTooBig(String text) {
        var most = limits.frame().toBytes();
        return text.length() * BYTES > most
                && (text.length() > most || text.getBytes(StandardCharsets.UTF_8).length > most);
    }

    private static @Nullable Channel channel(WebSocketSession session) {
        return (Channel) session.getAttributes().get(CHANNEL);
    }
}
