package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BatonTest
class HandoffControllerTests extends HandoffScene {

    private static final Map<String, String> REASON = Map.of("reason", "想和人说话", "category", "vip");

    private record Visitor(Http http, String id, String conversation) {

        String handoffs() {
            return "/api/v1/conversations/" + conversation + "/handoff";
        }
    }

    @Override
    String department() {
        return "vip";
    }

    @Test
    void queuesOffersAcceptsAndCompletes() {
        hire("kf017", 3);
        connect("kf017");
        var visitor = visitor();
        var asked = visitor.http().post(visitor.handoffs(), REASON);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().path("position").asInt()).isEqualTo(1);
        var id = asked.json().path("handoffId").asText();
        var shown = Http.as("kf017").get("/api/v1/handoffs/" + id);
        assertThat(shown.json().path("state").asText()).isEqualTo("ASSIGNED");
        assertThat(shown.json().path("score").path("parts")).isNotEmpty();
        as(agent("kf017"), () -> answers.accept(UUID.fromString(id)));
        assertThat(Http.as("kf017")
                        .get("/api/v1/seats/mine")
                        .json()
                        .path("active")
                        .asInt())
                .isEqualTo(1);
        var done = Http.as("kf017").post("/api/v1/handoffs/" + id + "/completion", Map.of("reason", "solved"));
        assertThat(done.json().path("state").asText()).isEqualTo("COMPLETED");
        assertThat(Http.as("kf017")
                        .get("/api/v1/seats/mine")
                        .json()
                        .path("active")
                        .asInt())
                .isZero();
        assertThat(Http.as("kf017")
                        .post("/api/v1/handoffs/" + id + "/completion", null)
                        .code())
                .isEqualTo("handoff_state");
    }

    @Test
    void tellsTheCustomerWhereTheRequestStandsAndNoMore() {
        hire("kf017", 3);
        var visitor = visitor();
        assertThat(visitor.http().get(visitor.handoffs()).code()).isEqualTo("handoff_unknown");
        visitor.http().post(visitor.handoffs(), REASON);
        var standing = visitor.http().get(visitor.handoffs());
        assertThat(standing.status()).as(standing.text()).isEqualTo(200);
        assertThat(standing.json().path("state").asText()).isIn("PENDING", "TICKETED");
        assertThat(standing.json().has("score")).isFalse();
        assertThat(visitor().http().get(visitor.handoffs()).code()).isEqualTo("handoff_unknown");
        assertThat(Http.as("gx001").get(visitor.handoffs()).status()).isEqualTo(404);
    }

    @Test
    void answersADoubleClickWithTheSameHandoff() {
        hire("kf017", 3);
        connect("kf017");
        var visitor = visitor();
        var first = visitor.http()
                .post(visitor.handoffs(), REASON)
                .json()
                .path("handoffId")
                .asText();
        var second = visitor.http().post(visitor.handoffs(), REASON);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().path("handoffId").asText()).isEqualTo(first);
    }

    @Test
    void opensATicketWithThePriorityOfTheRequestAndKeepsTheConversation() {
        var visitor = visitor();
        var asked = visitor.http()
                .post(visitor.handoffs(), Map.of("reason", "想和人说话", "category", "vip", "priority", "HIGH"));
        assertThat(asked.status()).isEqualTo(202);
        var ticket = asked.json().path("ticketId").asText();
        assertThat(asked.json().path("ticketNumber").asText()).matches("T-\\d{8}-\\d{6}");
        var shown = Http.as("vip.manager").get("/api/v1/tickets/" + ticket).json();
        assertThat(shown.path("state").asText()).isEqualTo("NEW");
        assertThat(shown.path("priority").asText()).isEqualTo("HIGH");
        assertThat(shown.path("department").asText()).isEqualTo("vip");
        assertThat(visitor.http()
                        .get("/api/v1/conversations/" + visitor.conversation())
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("OPEN");
    }

    @Test
    void cancelsOnlyWhileSomebodyWaits() {
        hire("kf017", 3);
        connect("kf017");
        var visitor = visitor();
        assertThat(visitor.http().delete(visitor.handoffs()).code()).isEqualTo("handoff_unknown");
        visitor.http().post(visitor.handoffs(), REASON);
        assertThat(visitor.http().delete(visitor.handoffs()).status()).isEqualTo(204);
        assertThat(active("kf017")).isZero();
    }

    @Test
    void refusesMoreThanThreeRequestsAMinute() {
        var visitor = visitor();
        for (int i = 0; i < 3; i++) {
            assertThat(visitor.http().post(visitor.handoffs(), REASON).status()).isEqualTo(202);
        }
        var refused = visitor.http().post(visitor.handoffs(), REASON);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("handoff_too_often");
    }

    @Test
    void refusesBlockedCustomers() {
        var visitor = visitor();
        Http.as("acme.admin").post("/api/v1/blocklist", Map.of("customer", visitor.id(), "reason", "abuse"));
        assertThat(visitor.http().post(visitor.handoffs(), REASON).code()).isEqualTo("blocked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"reason\":\"\"}",
                "{\"reason\":\"x\",\"priority\":\"HUGE\"}",
                "{\"reason\":\"x\",\"skills\":[\"\"]}"
            })
    void refusesBadInputWithAClearAnswer(String body) {
        var visitor = visitor();
        assertThat(visitor.http().post(visitor.handoffs(), body).status()).isIn(400, 422);
    }

    @Test
    void hidesWhatBelongsToOthers() {
        hire("kf017", 3);
        connect("kf017");
        var visitor = visitor();
        var stranger = visitor();
        var id = visitor.http()
                .post(visitor.handoffs(), REASON)
                .json()
                .path("handoffId")
                .asText();
        assertThat(stranger.http().post(visitor.handoffs(), REASON).code()).isEqualTo("conversation_unknown");
        assertThat(stranger.http().delete(visitor.handoffs()).status()).isEqualTo(404);
        for (var http : java.util.List.of(Http.as("gx001"), Http.as("kf018"), Http.as("ticketing.manager"))) {
            assertThat(http.get("/api/v1/handoffs/" + id).status()).isEqualTo(404);
            assertThat(http.post("/api/v1/handoffs/" + id + "/completion", null).status())
                    .isEqualTo(404);
        }
        assertThat(Http.as("kf017").get("/api/v1/handoffs/no-id").status()).isEqualTo(404);
        assertThat(Http.anonymous().get("/api/v1/handoffs/" + id).status()).isEqualTo(401);
    }

    @Test
    void showsTheQueueToWhoLeadsTheDepartment() {
        assertThat(Http.as("vip.manager").get("/api/v1/handoffs/queue").status())
                .isEqualTo(200);
        assertThat(Http.as("vip.manager")
                        .get("/api/v1/handoffs/queue?department=ticketing")
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("acme.admin")
                        .get("/api/v1/handoffs/queue")
                        .json()
                        .path("waiting")
                        .isInt())
                .isTrue();
        assertThat(Http.as("kf017").get("/api/v1/handoffs/queue").status()).isEqualTo(403);
        assertThat(Http.as("acme.auditor").get("/api/v1/handoffs/queue").status())
                .isEqualTo(403);
    }

    @Test
    void stepsInWheneverSomebodyWaits() {
        hire("kf017", 3);
        connect("kf017");
        var visitor = visitor();
        var id = visitor.http()
                .post(visitor.handoffs(), REASON)
                .json()
                .path("handoffId")
                .asText();
        var path = "/api/v1/handoffs/" + id + "/step-in";
        assertThat(Http.as("vip.manager").post(path, Map.of("action", "EAT")).status())
                .isEqualTo(422);
        assertThat(Http.as("globex.admin").post(path, Map.of("action", "TAKE")).status())
                .isEqualTo(404);
        assertThat(Http.as("ticketing.manager")
                        .post(path, Map.of("action", "TAKE"))
                        .status())
                .isEqualTo(404);
        assertThat(Http.as("kf018").post(path, Map.of("action", "TAKE")).status())
                .isEqualTo(404);
        var done = Http.as("vip.manager").post(path, Map.of("action", "TAKE", "comment", "老客户"));
        assertThat(done.json().path("agentId").asText()).isEqualTo("vip.manager");
        assertThat(done.json().path("state").asText()).isEqualTo("IN_PROGRESS");
        assertThat(active("kf017")).isZero();
        assertThat(Http.as("vip.manager").post(path, Map.of("action", "TICKET")).code())
                .isEqualTo("handoff_state");
    }

    @Test
    void passesAConversationOn() {
        hire("kf017", 3);
        hire("kf018", 3);
        connect("kf017");
        var visitor = visitor();
        var id = UUID.fromString(visitor.http()
                .post(visitor.handoffs(), REASON)
                .json()
                .path("handoffId")
                .asText());
        as(agent("kf017"), () -> answers.accept(id));
        connect("kf018");
        var path = "/api/v1/conversations/" + visitor.conversation() + "/transfer";
        assertThat(Http.as("kf018").post(path, Map.of("agent", "kf018")).status())
                .isEqualTo(404);
        assertThat(Http.as("kf017").post(path, Map.of()).status()).isEqualTo(422);
        assertThat(Http.as("kf017").post(path, Map.of("agent", "gx001")).status())
                .isEqualTo(422);
        assertThat(Http.as("kf017")
                        .post(path, Map.of("agent", "KF018", "note", "退款"))
                        .status())
                .isEqualTo(202);
        as(agent("kf018"), () -> answers.accept(id));
        assertThat(now(id).agentId()).isEqualTo("kf018");
        assertThat(visitor.http()
                        .get("/api/v1/conversations/" + visitor.conversation() + "/messages")
                        .json()
                        .path("items"))
                .noneMatch(message -> message.path("body").asText().contains("退款"))
                .anyMatch(message -> message.path("body").asText().contains("已接入"));
    }

    private static Visitor visitor() {
        var admitted = Http.anonymous().post("/api/v1/visitors", Map.of("tenant", "acme", "name", "李女士"));
        var http = Http.with(admitted.json().path("token").asText());
        var opened = http.post("/api/v1/conversations", Map.of("subject", "退票"));
        return new Visitor(
                http,
                admitted.json().path("visitorId").asText(),
                opened.json().path("conversationId").asText());
    }
}
