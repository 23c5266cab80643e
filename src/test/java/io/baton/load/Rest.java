package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** JSON requests over the public API; asks again while Baton is away or busy, as a client does that means it. */
final class Rest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PAUSE_MILLIS = 400;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;

    private final HttpClient http;
    private final URI url;
    private final Map<String, LongAdder> troubles = new ConcurrentHashMap<>();

    /** What Baton answered in the end. */
    record Answer(int status, JsonNode body) {

        boolean good() {
            return status < 300;
        }

        String text(String field) {
            return body.path(field).asText();
        }

        String code() {
            return status + " " + body.path("code").asText();
        }
    }

    Rest(HttpClient http, URI url) {
        this.http = http;
        this.url = url;
    }

    /** The answer, or the last one when Baton stays away; refuses a Baton that does not answer at all. */
    Answer send(String method, String path, @Nullable String token, @Nullable Object body) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = once(method, path, token, body);
                if (!passing(answer) || System.nanoTime() > deadline) {
                    return answer;
                }
                trouble(method + " " + answer.code());
            } catch (IOException away) {
                trouble("requests cut off");
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(path + " is not answered", away);
                }
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
        }
    }

    Answer post(String path, @Nullable String token, @Nullable Object body) throws InterruptedException {
        return send("POST", path, token, body);
    }

    Answer get(String path, String token) throws InterruptedException {
        return send("GET", path, token, null);
    }

    private Answer once(String method, String path, @Nullable String token, @Nullable Object body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve(path)).timeout(TIMEOUT).header("Accept-Language", "en");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        var json = answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        return new Answer(answer.statusCode(), json);
    }

    /** Of two who move the same thing at once one reads {@code busy}, and may ask again. */
    private static boolean passing(Answer answer) {
        return answer.status() >= FAILED
                || answer.status() == TOO_MANY
                || (answer.status() == CONFLICT && answer.text("code").equals("busy"));
    }

    void trouble(String kind) {
        troubles.computeIfAbsent(kind, key -> new LongAdder()).increment();
    }

    /** What went wrong and was lived with, by kind. */
    Map<String, Long> troubles() {
        var counts = new TreeMap<String, Long>();
        troubles.forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }
}
