package io.baton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.development.CurrentBaton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of the socket under test; keeps every frame that it was sent and waits for the one that is asked for. */
public final class SocketClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long PATIENCE = 20;

    private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    /** How to open a socket: where, with which subprotocols, from which site. */
    public record Door(String path, List<String> protocols, Map<String, String> headers) {

        public static Door agent(String token) {
            return new Door("/ws/agent", List.of("baton.v1", "bearer." + token), Map.of());
        }

        public static Door customer(String token) {
            return new Door("/ws/customer", List.of("baton.v1", "bearer." + token), Map.of());
        }

        public static Door plain(String path) {
            return new Door(path, List.of("baton.v1"), Map.of());
        }

        public Door with(String header, String value) {
            var all = new java.util.HashMap<>(headers);
            all.put(header, value);
            return new Door(path, protocols, all);
        }
    }

    /** The handshake was refused. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status) {
            super("refused with " + status);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private SocketClient(Door door) {
        var builder = CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE));
        door.headers().forEach(builder::header);
        if (!door.protocols().isEmpty()) {
            builder.subprotocols(
                    door.protocols().getFirst(),
                    door.protocols().stream().skip(1).toArray(String[]::new));
        }
        var uri = URI.create(CurrentBaton.url().replaceFirst("^http", "ws") + door.path());
        try {
            socket = builder.buildAsync(uri, new Frames()).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof WebSocketHandshakeException refused) {
                throw new Refused(refused.getResponse().statusCode());
            }
            throw failure;
        }
    }

    /** Opens a socket, or throws {@link Refused}. */
    public static SocketClient open(Door door) {
        return new SocketClient(door);
    }

    /** An agent's desk, greeted. */
    public static SocketClient agent(String person) {
        var client = open(Door.agent(Tokens.of(person)));
        client.await("READY");
        return client;
    }

    /** A customer's widget, greeted. */
    public static SocketClient customer(String token) {
        var client = open(Door.customer(token));
        client.await("READY");
        return client;
    }

    public void send(Map<String, ?> frame) {
        try {
            send(JSON.writeValueAsString(frame));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Sends one text in fragments of so many characters. */
    public void sendInParts(String text, int length) {
        for (int from = 0; from < text.length(); from += length) {
            var to = Math.min(text.length(), from + length);
            try {
                socket.sendText(text.substring(from, to), to == text.length()).join();
            } catch (CompletionException refused) {
                return; // the server has closed in the middle of it
            }
        }
    }

    public void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Sends a message and returns the id that it was given. */
    public String text(String conversation, String body) {
        var id = UUID.randomUUID().toString();
        send(Map.of("type", "TEXT", "id", id, "conversationId", conversation, "body", body));
        return id;
    }

    /** The next frame of this type; those before it are dropped. */
    public JsonNode await(String type) {
        return await(frame -> frame.path("type").asText().equals(type), type);
    }

    /** The next frame of this type that answers to the id. */
    public JsonNode await(String type, String id) {
        return await(
                frame -> frame.path("type").asText().equals(type)
                        && frame.path("id").asText().equals(id),
                type + " " + id);
    }

    /** The next frames of this type, in the order in which they came. */
    public List<JsonNode> await(String type, int count) {
        var found = new ArrayList<JsonNode>();
        while (found.size() < count) {
            found.add(await(type));
        }
        return found;
    }

    /** Every frame that came before the answer to a PING that is sent now. */
    public List<JsonNode> untilPong() {
        send(Map.of("type", "PING"));
        var found = new ArrayList<JsonNode>();
        for (var frame = next("PONG"); !frame.path("type").asText().equals("PONG"); frame = next("PONG")) {
            found.add(frame);
        }
        return found;
    }

    /** The code with which the server closed. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** The subprotocol on which both sides agreed. */
    public String protocol() {
        return socket.getSubprotocol();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Closes with a code of our own, 1000 for on purpose. */
    public void close(int code) {
        socket.sendClose(code, "").join();
    }

    /** Cuts the connection as a lost network does. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private JsonNode await(Predicate<JsonNode> which, String what) {
        while (true) {
            var frame = next(what);
            if (which.test(frame)) {
                return frame;
            }
        }
    }

    private JsonNode next(String what) {
        try {
            var frame = frames.poll(PATIENCE, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no " + what + " came; closed: " + closed.getNow(null));
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private final class Frames implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    frames.add(JSON.readTree(part.toString()));
                } catch (IOException broken) {
                    throw new IllegalStateException(broken);
                }
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.complete(1006);
        }
    }
}
