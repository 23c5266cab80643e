package io.baton.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lets customers in and opens a conversation for each, over the public API; refuses any answer but 201 and says what to set. */
final class Visitors {

    private static final int AT_ONCE = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final String tenant;

    /** A customer with an open conversation. */
    record Guest(String token, String conversation) {}

    Visitors(URI url, String tenant) {
        this.url = url;
        this.tenant = tenant;
    }

    List<Guest> admit(int count) {
        var room = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var arrivals = IntStream.range(0, count)
                    .<Callable<Guest>>mapToObj(number -> () -> {
                        room.acquire();
                        try {
                            return admit("Load " + number);
                        } finally {
                            room.release();
                        }
                    })
                    .toList();
            var guests = new java.util.ArrayList<Guest>();
            for (var arrival : threads.invokeAll(arrivals)) {
                guests.add(arrival.get());
            }
            return guests;
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new token for a customer whose token is still good. */
    String renew(String token) throws IOException, InterruptedException {
        return post("/api/v1/visitors/renewal", token, "").path("token").asText();
    }

    JsonNode get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return answer(request, path, 200);
    }

    private Guest admit(String name) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("tenant", tenant).put("name", name);
        var token =
                post("/api/v1/visitors", null, body.toString()).path("token").asText();
        var conversation = post("/api/v1/conversations", token, "{}")
                .path("conversationId")
                .asText();
        return new Guest(token, conversation);
    }

    private JsonNode post(String path, @Nullable String token, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return answer(request.build(), path, 201);
    }

    private JsonNode answer(HttpRequest request, String path, int wanted) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 429) {
            throw new IllegalStateException("Baton limits this address. A Baton that is to be measured needs"
                    + " baton.limits.exempt=<address of the load kit>, and baton.limits.customer-texts.per-second and"
                    + " .burst above what is sent.");
        }
        if (answer.statusCode() != wanted) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
