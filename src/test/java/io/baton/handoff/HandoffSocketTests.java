package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Tokens;
import io.baton.development.CurrentBaton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@BatonTest
class HandoffSocketTests extends HandoffScene {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    String department() {
        return "vip";
    }

    @Test
    void bringsACustomerToTheBestAgentAndBothTalk() throws Exception {
        hire("kf019", 3, "refund");
        hire("kf020", 3);
        try (var best = agentSocket("kf019");
                var other = agentSocket("kf020")) {
            var customer = customerSocket();
            var id = customer.ask("refund");
            assertThat(customer.next("HANDOFF_QUEUED").path("position").asInt()).isEqualTo(1);
            var offer = best.next("HANDOFF_REQUEST");
            assertThat(offer.path("handoffId").asText()).isEqualTo(id);
            assertThat(offer.path("score").path("parts").path("skill").asDouble())
                    .isEqualTo(20);
            assertThat(other.answer("HANDOFF_ACCEPT", id).path("code").asText()).isEqualTo("not_yours");
            assertThat(best.answer("HANDOFF_ACCEPT", id).path("type").asText()).isEqualTo("ACK");
            assertThat(customer.next("HANDOFF_ACCEPTED")
                            .path("agent")
                            .path("name")
                            .asText())
                    .isNotBlank();
            assertThat(other.answer("HANDOFF_ACCEPT", id).path("type").asText()).isEqualTo("ERROR");
            customer.say("你好");
            assertThat(best.text("你好").path("senderType").asText()).isEqualTo("CUSTOMER");
            best.conversation = customer.conversation;
            best.say("请说");
            assertThat(customer.text("请说").path("senderType").asText()).isEqualTo("AGENT");
            Http.as("kf019").post("/api/v1/handoffs/" + id + "/completion", Map.of("reason", "solved"));
            assertThat(customer.next("HANDOFF_COMPLETED").path("reason").asText())
                    .isEqualTo("solved");
            assertThat(best.next("HANDOFF_COMPLETED").path("handoffId").asText())
                    .isEqualTo(id);
            customer.close();
        }
    }

    @Test
    void asksTheNextAgentAfterARejectionAndRepeatsALiveOffer() throws Exception {
        hire("kf021", 1, "refund");
        hire("kf022", 1);
        var first = agentSocket("kf021");
        var customer = customerSocket();
        var id = customer.ask();
        first.next("HANDOFF_REQUEST");
        try (var again = agentSocket("kf021")) {
            assertThat(again.next("HANDOFF_REQUEST").path("handoffId").asText()).isEqualTo(id);
            try (var second = agentSocket("kf022")) {
                assertThat(again.answer("HANDOFF_REJECT", id).path("type").asText())
                        .isEqualTo("ACK");
                assertThat(second.next("HANDOFF_REQUEST").path("handoffId").asText())
                        .isEqualTo(id);
                assertThat(again.answer("HANDOFF_ACCEPT", id).path("code").asText())
                        .isIn("taken", "expired");
            }
        }
        first.close();
        customer.close();
    }

    private Client agentSocket(String agent) throws Exception {
        var client = new Client("/ws/agent", Tokens.of(agent), Http.as(agent), "");
        client.next("READY");
        return client;
    }

    private Client customerSocket() throws Exception {
        var admitted = Http.anonymous().post("/api/v1/visitors", Map.of("tenant", "acme", "name", "李女士"));
        var token = admitted.json().path("token").asText();
        var http = Http.with(token);
        var conversation = http.post("/api/v1/conversations", Map.of("subject", "退票"))
                .json()
                .path("conversationId")
                .asText();
        var client = new Client("/ws/customer", token, http, conversation);
        client.next("READY");
        return client;
    }

    /** A client of the socket that keeps every frame until somebody asks for one of its type. */
    private static final class Client implements WebSocket.Listener, AutoCloseable {

        private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private final WebSocket socket;
        private final Http http;
        private String conversation;

        Client(String path, String token, Http http, String conversation) throws Exception {
            this.http = http;
            this.conversation = conversation;
            this.socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("baton.v1", "bearer." + token)
                    .buildAsync(URI.create(CurrentBaton.url().replace("http", "ws") + path), this)
                    .get(20, TimeUnit.SECONDS);
        }

        String ask(String... skills) {
            var body = Map.of("reason", "想和人说话", "category", "vip", "skills", skills);
            return http.post("/api/v1/conversations/" + conversation + "/handoff", body)
                    .json()
                    .path("handoffId")
                    .asText();
        }

        void say(String body) {
            send(Map.of(
                    "type", "TEXT", "id", UUID.randomUUID().toString(), "conversationId", conversation, "body", body));
        }

        JsonNode answer(String type, String handoff) throws Exception {
            var id = UUID.randomUUID().toString();
            send(Map.of("type", type, "id", id, "handoffId", handoff));
            return matching(frame -> frame.path("id").asText().equals(id));
        }

        JsonNode next(String type) throws Exception {
            return matching(frame -> frame.path("type").asText().equals(type));
        }

        JsonNode text(String body) throws Exception {
            return matching(frame -> frame.path("body").asText().equals(body));
        }

        private JsonNode matching(java.util.function.Predicate<JsonNode> wanted) throws Exception {
            while (true) {
                @Nullable JsonNode frame = frames.poll(20, TimeUnit.SECONDS);
                assertThat(frame).as("a frame that was expected").isNotNull();
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        }

        private void send(Map<String, ?> frame) {
            try {
                socket.sendText(JSON.writeValueAsString(frame), true).join();
            } catch (java.io.IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                try {
                    frames.add(JSON.readTree(partial.toString()));
                } catch (java.io.IOException impossible) {
                    throw new IllegalStateException(impossible);
                }
                partial.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public void close() {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
        }
    }
}
