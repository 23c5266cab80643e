package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A person's socket, opened again after a moment whenever it was closed, with a token that is good then. Frames are told to
 * a listener, which must not take long.
 */
final class Line implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration OPENING = Duration.ofSeconds(15);
    private static final Duration PING = Habits.SHIPPED.ping();
    private static final int LONGEST_PAUSE_MILLIS = 1_000;
    private static final int ON_PURPOSE = 1000;

    private final HttpClient http;
    private final URI address;
    private final Supplier<String> token;
    private final Consumer<JsonNode> listener;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("line").unstarted(this::keep);
    private volatile @Nullable Connection connection;
    private volatile long awayUntil;
    private volatile boolean wanted = true;

    Line(HttpClient http, URI address, Supplier<String> token, Consumer<JsonNode> listener) {
        this.http = http;
        this.address = address;
        this.token = token;
        this.listener = listener;
    }

    /** Opens it and waits until Baton has said READY; refuses when that takes too long. */
    void open() throws InterruptedException {
        begin();
        if (!ready.await(OPENING.toSeconds() * 4, TimeUnit.SECONDS)) {
            throw new IllegalStateException(address + " is never READY");
        }
    }

    /** Opens it sooner or later. */
    void begin() {
        thread.start();
    }

    /** Sends a frame; a line that is closed loses it, as a network does. */
    void send(Map<String, ?> frame) {
        var open = connection;
        if (open != null) {
            open.send(frame);
        }
    }

    /** The network is gone without a word, and is back after a while. */
    void cut(Duration away) {
        awayUntil = System.nanoTime() + away.toNanos();
        var open = connection;
        if (open != null) {
            open.abort();
        }
    }

    /** The person signs out and comes back after a while. */
    void signOut(Duration away) {
        awayUntil = System.nanoTime() + away.toNanos();
        var open = connection;
        if (open != null) {
            open.leave();
        }
    }

    private void keep() {
        try {
            while (wanted) {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, awayUntil - System.nanoTime()));
                connect();
                Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() throws InterruptedException {
        var opened = new Connection();
        try {
            http.newWebSocketBuilder()
                    .subprotocols("baton.v1", "bearer." + token.get())
                    .connectTimeout(OPENING)
                    .buildAsync(address, opened)
                    .get(OPENING.toSeconds(), TimeUnit.SECONDS);
            while (wanted && !opened.over(PING)) {
                opened.send(Map.of("type", "PING"));
            }
        } catch (ExecutionException | TimeoutException | IllegalStateException away) {
            opened.closed.complete(true);
        } finally {
            connection = null;
            opened.abort();
        }
    }

    @Override
    public void close() {
        wanted = false;
        var open = connection;
        if (open != null) {
            open.leave();
        }
        thread.interrupt();
    }

    /** One connection, from its opening to its end. */
    private final class Connection implements WebSocket.Listener {

        private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private volatile @Nullable WebSocket socket;

        synchronized void send(Map<String, ?> frame) {
            try {
                if (socket != null) {
                    socket.sendText(JSON.writeValueAsString(frame), true).join();
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            } catch (CompletionException | IllegalStateException lost) {
                closed.complete(true);
            }
        }

        boolean over(Duration wait) throws InterruptedException {
            try {
                return closed.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException open) {
                return false;
            }
        }

        void abort() {
            if (socket != null) {
                socket.abort();
            }
            closed.complete(true);
        }

        synchronized void leave() {
            try {
                if (socket != null) {
                    socket.sendClose(ON_PURPOSE, "")
                            .orTimeout(2, TimeUnit.SECONDS)
                            .join();
                }
            } catch (CompletionException | IllegalStateException lost) {
                abort();
            }
        }

        /** Before anything is told, so that what is told can be answered. */
        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            if (closed.isDone()) {
                opened.abort();
            } else {
                connection = this;
                opened.request(1);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                told(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void told(String text) {
            try {
                var frame = JSON.readTree(text);
                if (frame.path("type").asText().equals("READY")) {
                    ready.countDown();
                }
                listener.accept(frame);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(true);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.complete(true);
        }
    }
}
