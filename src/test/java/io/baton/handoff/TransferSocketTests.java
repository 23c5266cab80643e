package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.SocketClient;
import io.baton.chat.ChatScene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A transfer as both agents and the customer see it, over real sockets. */
@BatonTest
class TransferSocketTests extends TransferScene {

    private final List<SocketClient> desks = new ArrayList<>();

    private static final String NOTE = "内部备注：疑似黄牛，先核对身份证";

    /** On purpose, so that nobody is waited for after the test. */
    @AfterEach
    void signOut() {
        desks.forEach(desk -> desk.close(1000));
        await().untilAsserted(() -> assertThat(inAcme(() -> presence.of(List.of("kf021", "kf022", "kf023", "kf024"))))
                .allSatisfy((agent, status) -> assertThat(status.connected()).isFalse()));
    }

    @Test
    void bringsTheNextAgentTheWholeContextAndTheCustomerANameOnly() {
        hire("kf023", 2);
        hire("kf024", 2);
        var scene = ChatScene.opened();
        var sender = desk("kf023");
        try (var customer = SocketClient.customer(scene.token())) {
            var id = served(scene, sender);
            customer.text(scene.conversation(), "演出改期了，想退两张票");
            sender.await("TEXT");
            var target = desk("kf024");
            var asked = Http.as("kf023").post(path(scene), Map.of("agent", "kf024", "note", NOTE));
            assertThat(asked.status()).as(asked.text()).isEqualTo(202);
            assertThat(asked.json().path("transferTo").asText()).isEqualTo("kf024");
            var offer = target.await("HANDOFF_REQUEST");
            assertThat(offer.path("handoffId").asText()).isEqualTo(id);
            assertThat(Instant.parse(offer.path("expiresAt").asText()))
                    .isBetween(Instant.now(), Instant.now().plus(Duration.ofSeconds(31)));
            assertContext(
                    Http.as("kf024").get("/api/v1/handoffs/" + id + "/context").json());
            accept(target, id);
            var seq = target.await("TRANSFERRED").path("seq").asLong();
            assertThat(sender.await("TRANSFERRED").path("to").asText()).isEqualTo("kf024");
            target.text(scene.conversation(), "您好，我来接着处理");
            assertCustomerSaw(customer, seq);
            assertNobodyElseReads(scene, id);
        }
    }

    @Test
    void tellsTheTargetThatItIsNoLongerAskedAndTheSenderThatNobodyCame() {
        hire("kf021", 2);
        hire("kf022", 2);
        hire("tr90", 1);
        var scene = ChatScene.opened();
        var sender = desk("kf021");
        var id = served(scene, sender);
        var target = desk("kf022");
        Http.as("kf021").post(path(scene), Map.of("agent", "kf022"));
        target.await("HANDOFF_REQUEST");
        assertThat(Http.as("kf021").delete(path(scene)).status()).isEqualTo(204);
        assertThat(target.await("HANDOFF_CANCELLED").path("reason").asText()).isEqualTo("withdrawn");
        Http.as("kf021").post(path(scene), Map.of("agent", "kf022"));
        target.await("HANDOFF_REQUEST");
        target.send(
                Map.of("type", "HANDOFF_REJECT", "id", UUID.randomUUID().toString(), "handoffId", id, "reason", "在忙"));
        assertThat(sender.await("NOTICE").path("kind").asText()).isEqualTo("handoff.transfer-rejected");
        var refused = Http.as("kf021").post(path(scene), Map.of("agent", "tr90"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("target_unavailable");
        assertThat(refused.json().path("reason").asText()).isEqualTo("OFFLINE");
    }

    private static void assertNobodyElseReads(ChatScene.Scene scene, String handoff) {
        var path = "/api/v1/handoffs/" + handoff;
        var read = scene.http().get("/api/v1/conversations/" + scene.conversation() + "/messages");
        assertThat(read.text()).doesNotContain("黄牛", "内部备注").contains("已接入");
        assertThat(scene.http().get(path + "/context").status()).isEqualTo(403);
        assertThat(Http.as("kf023").get(path + "/context").status()).isEqualTo(404);
        var steps = Http.as("vip.manager").get(path + "/steps").json().path("items");
        assertThat(steps.findValuesAsText("what")).contains("HandoffTransferRequested", "HandoffMoved");
        assertThat(Http.as("vip.manager")
                        .get("/api/v1/audit/handoff/" + handoff)
                        .status())
                .isEqualTo(200);
    }

    private SocketClient desk(String agent) {
        var desk = SocketClient.agent(agent);
        desks.add(desk);
        return desk;
    }

    private static String path(ChatScene.Scene scene) {
        return "/api/v1/conversations/" + scene.conversation() + "/transfer";
    }

    /** Asks for a person and is taken by whoever sits at the socket. */
    private static String served(ChatScene.Scene scene, SocketClient agent) {
        var asked = scene.http()
                .post(
                        "/api/v1/conversations/" + scene.conversation() + "/handoff",
                        Map.of("reason", "想退票", "category", "vip"));
        var id = asked.json().path("handoffId").asText();
        agent.await("HANDOFF_REQUEST");
        accept(agent, id);
        agent.await("ACK");
        return id;
    }

    private static void accept(SocketClient agent, String handoff) {
        agent.send(Map.of("type", "HANDOFF_ACCEPT", "id", UUID.randomUUID().toString(), "handoffId", handoff));
    }

    private static void assertContext(JsonNode context) {
        assertThat(context.path("subject").asText()).isEqualTo("退票");
        assertThat(context.path("customer").path("name").asText()).isEqualTo("李女士");
        assertThat(context.path("agent").path("id").asText()).isEqualTo("kf023");
        assertThat(context.path("messages").findValuesAsText("body")).contains("演出改期了，想退两张票");
        assertThat(context.path("steps").findValuesAsText("comment")).contains(NOTE);
    }

    /** Nothing is missing by the numbers, the change of hands is the one of that number, and no note is in anything. */
    private static void assertCustomerSaw(SocketClient customer, long moved) {
        var frames = new java.util.ArrayList<JsonNode>();
        do {
            frames.add(customer.await("TEXT"));
        } while (!frames.getLast().path("body").asText().equals("您好，我来接着处理"));
        frames.addAll(customer.untilPong());
        assertThat(frames.toString()).doesNotContain("黄牛", "内部备注");
        var texts = frames.stream()
                .filter(frame -> frame.path("type").asText().equals("TEXT"))
                .toList();
        List<Long> seqs =
                texts.stream().map(frame -> frame.path("seq").asLong()).toList();
        for (int i = 1; i < seqs.size(); i++) {
            assertThat(seqs.get(i) - seqs.get(i - 1)).isBetween(1L, 2L); // the own message comes as ACK
        }
        assertThat(texts)
                .filteredOn(frame -> frame.path("seq").asLong() == moved)
                .singleElement()
                .satisfies(frame -> {
                    assertThat(frame.path("senderType").asText()).isEqualTo("SYSTEM");
                    assertThat(frame.path("body").asText()).contains("已接入");
                });
    }
}
