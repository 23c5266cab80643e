package io.baton.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Tokens;
import io.baton.development.CurrentBaton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@BatonTest
class RefusalTests {

    @Test
    void tellsWhatIsWrongInTheCallersLanguage() {
        assertThat(Http.as("kf001")
                        .in("zh-CN")
                        .get("/api/v1/nowhere")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("该地址不存在。");
        var english = Http.as("kf001").in("en").get("/api/v1/nowhere");
        assertThat(english.status()).isEqualTo(404);
        assertThat(english.code()).isEqualTo("path_unknown");
        assertThat(english.json().path("detail").asText()).isEqualTo("There is nothing at this address.");
    }

    @Test
    void namesTheTraceInTheAnswerAndItsHeader() {
        var answer = Http.as("kf001").get("/api/v1/nowhere");
        assertThat(answer.headers().firstValue("X-Trace-Id"))
                .hasValue(answer.json().path("traceId").asText());
        assertThat(answer.text()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void refusesMethodsThatAreNotOffered() {
        var answer = Http.as("kf001").delete("/api/v1/me");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method_not_allowed");
    }

    @Test
    void answersARepeatedRequestOnce() {
        var first = ticket("key-1", "{}");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        var again = ticket("key-1", "{}");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(ticket("key-2", "{}").body()).isNotEqualTo(first.body());
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        ticket("key-3", "{}");
        var other = ticket("key-3", "{\"a\":1}");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency_key_reused");
        assertThat(ticket("k".repeat(201), "{}").statusCode()).isEqualTo(422);
    }

    private static HttpResponse<String> ticket(String key, String body) {
        var request = HttpRequest.newBuilder(URI.create(CurrentBaton.url() + "/api/v1/socket-tickets"))
                .header("Authorization", "Bearer " + Tokens.of("kf002"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
