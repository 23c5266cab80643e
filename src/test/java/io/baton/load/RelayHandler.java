package io.baton.load;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Acknowledges to the sender, then forwards to the other devices, after the message was put where the store puts it. */
final class RelayHandler extends TextWebSocketHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINE = "line";

    private final RelayStore store;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    /** One conversation: its devices and its last seq. */
    private record Room(UUID id, AtomicLong seq, List<Line> lines) {}

    /** One device; one thread writes to it at a time. */
    private record Line(WebSocketSession session, Room room, ReentrantLock lock) {

        void write(Object frame) throws IOException {
            var message = new TextMessage(JSON.writeValueAsBytes(frame));
            lock.lock();
            try {
                session.sendMessage(message);
            } finally {
                lock.unlock();
            }
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Said(
            String type, @Nullable UUID id, @Nullable String body) {}

    private record Told(
            String type,
            UUID id,
            UUID conversationId,
            long seq,
            String senderType,
            String senderId,
            String body,
            String contentType,
            String sentAt,
            boolean masked) {}

    private record Acknowledged(String type, UUID id, UUID conversationId, long seq, String sentAt) {}

    RelayHandler(RelayStore store) {
        this.store = store;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        var protocols = String.valueOf(session.getHandshakeHeaders().getFirst("Sec-WebSocket-Protocol"));
        var token = protocols.substring(protocols.indexOf("bearer.") + "bearer.".length());
        var room = rooms.computeIfAbsent(
                token, key -> new Room(UUID.fromString(key), new AtomicLong(), new CopyOnWriteArrayList<>()));
        var line = new Line(session, room, new ReentrantLock());
        session.getAttributes().put(LINE, line);
        room.lines().add(line);
        line.write(Map.of("type", "READY", "heads", Map.of(), "node", "relay"));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
        var line = line(session);
        var said = JSON.readValue(message.getPayload(), Said.class);
        switch (said.type()) {
            case "TEXT" -> forward(line, said);
            case "PING" -> line.write(Map.of("type", "PONG", "heads", Map.of()));
            default -> line.write(Map.of("type", "MESSAGES", "messages", List.of(), "more", false));
        }
    }

    private void forward(Line from, Said said) throws IOException {
        var id = said.id();
        var body = said.body();
        if (id == null || body == null) {
            throw new IOException("a TEXT without an id or a body");
        }
        var room = from.room();
        var seq = room.seq().incrementAndGet();
        store.store(room.id(), seq, id, body);
        var at = Instant.now().toString();
        from.write(new Acknowledged("ACK", id, room.id(), seq, at));
        var told =
                new Told("TEXT", id, room.id(), seq, "CUSTOMER", room.id().toString(), body, "text/plain", at, false);
        for (var line : room.lines()) {
            if (line != from) {
                line.write(told);
            }
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var line = line(session);
        line.room().lines().remove(line);
    }

    private static Line line(WebSocketSession session) {
        if (session.getAttributes().get(LINE) instanceof Line line) {
            return line;
        }
        throw new IllegalStateException("a session that was never opened");
    }
}
