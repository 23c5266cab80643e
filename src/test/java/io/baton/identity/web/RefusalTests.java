package io.baton.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Tokens;
import io.baton.development.CurrentBaton;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

@BatonTest
class RefusalTests {

    @Autowired
    private ProblemAdvice advice;

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

    /** To Spring the end of any connection reads like that of the caller, who would then be told 200 and nothing else. */
    @Test
    void answersWhenTheDatabaseIsGone() throws Exception {
        var lost = new SQLException("An I/O error occurred while sending to the backend.", new EOFException());
        var answer = failed(new TransactionSystemException("JDBC rollback failed", lost));
        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(failed(new IllegalStateException(lost))).isNotNull();
    }

    @Test
    void leavesACallerAloneWhoHungUp() throws Exception {
        var pipe = new ClientAbortException(new IOException("Broken pipe"));
        assertThat(failed(pipe)).isNull();
        assertThat(failed(new HttpMessageNotWritableException("half an answer", pipe)))
                .isNull();
        assertThat(failed(new AsyncRequestNotUsableException("gone"))).isNull();
    }

    private @Nullable ResponseEntity<ProblemDetail> failed(Exception failure) throws Exception {
        return advice.failed(
                failure, new MockHttpServletRequest("POST", "/api/v1/swaps"), new MockHttpServletResponse());
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
