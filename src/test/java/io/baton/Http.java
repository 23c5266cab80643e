package io.baton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.baton.development.CurrentBaton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** JSON requests to the Baton under test, as a person with a bearer token or as nobody. */
public final class Http {

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule()).findAndRegisterModules();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final @Nullable String token;
    private final String language;

    private Http(@Nullable String token, String language) {
        this.token = token;
        this.language = language;
    }

    public static Http as(String person) {
        return with(Tokens.of(person));
    }

    public static Http with(String token) {
        return new Http(token, "en");
    }

    public static Http anonymous() {
        return new Http(null, "en");
    }

    public Http in(String language) {
        return new Http(token, language);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, @Nullable Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a body as JSON; a string is sent as it is, so that a test can send broken JSON. */
    public Answer send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(CurrentBaton.url() + path))
                .header("Accept-Language", language)
                .header("Accept", "application/json, application/problem+json")
                .method(method, publisher(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        try {
            return switch (body) {
                case null -> BodyPublishers.noBody();
                case String text -> BodyPublishers.ofString(text);
                default -> BodyPublishers.ofString(JSON.writeValueAsString(body));
            };
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What came back: status, text and headers; the text as JSON when it is JSON. */
    public record Answer(int status, String text, HttpHeaders headers) {

        public JsonNode json() {
            try {
                return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new IllegalStateException("Not JSON (status " + status + "): " + text, e);
            }
        }

        /** The stable code of a problem. */
        public String code() {
            return json().path("code").asText();
        }
    }
}
