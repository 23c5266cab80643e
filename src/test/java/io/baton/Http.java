package io.baton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.baton.development.CurrentBaton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON requests to the Baton under test, as a person with a bearer token or as nobody. */
public final class Http {

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule()).findAndRegisterModules();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final @Nullable String token;
    private final String language;
    private final Map<String, String> headers;
    private final @Nullable String url;

    private Http(@Nullable String token, String language, Map<String, String> headers, @Nullable String url) {
        this.token = token;
        this.language = language;
        this.headers = Map.copyOf(headers);
        this.url = url;
    }

    public static Http as(String person) {
        return with(Tokens.of(person));
    }

    public static Http with(String token) {
        return new Http(token, "en", Map.of(), null);
    }

    public static Http anonymous() {
        return new Http(null, "en", Map.of(), null);
    }

    public Http in(String language) {
        return new Http(token, language, headers, url);
    }

    /** The same caller with one header more. */
    public Http header(String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return new Http(token, language, all, url);
    }

    /** The same caller at another Baton than the one under test. */
    public Http at(String elsewhere) {
        return new Http(token, language, headers, elsewhere);
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
        var request = request(path).method(method, publisher(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        var answer = send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer.headers());
    }

    /** Sends a form with one file, as a browser does. */
    public Answer upload(String path, Map<String, String> fields, String fileName, byte[] content) {
        var boundary = UUID.randomUUID().toString();
        var form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> form.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return raw(path, "multipart/form-data; boundary=" + boundary, form.toByteArray());
    }

    /** Posts bytes as they are, for example a form that is cut off. */
    public Answer raw(String path, String contentType, byte[] body) {
        var request = request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body));
        var answer = send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer.headers());
    }

    /** Reads something that is no text. */
    public HttpResponse<byte[]> download(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create((url == null ? CurrentBaton.url() : url) + path))
                .header("Accept-Language", language)
                .header("Accept", "application/json, application/problem+json, */*;q=0.5");
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder builder, BodyHandler<T> handler) {
        var request = builder.build();
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " failed", e);
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
            return text.startsWith("{") ? json().path("code").asText() : "";
        }
    }
}
