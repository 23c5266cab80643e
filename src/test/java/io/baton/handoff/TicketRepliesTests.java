package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer's ticket and conversation: who may read what was said, and what writing again does. */
@BatonTest
class TicketRepliesTests extends HandoffScene {

    @Autowired
    private TicketReplies replies;

    private Http visitor = Http.anonymous();
    private String conversation = "";
    private String ticket = "";

    @Override
    String department() {
        return "aftersales";
    }

    @BeforeEach
    void leaveATicket() {
        var admitted = Http.anonymous().post("/api/v1/visitors", Map.of("tenant", "acme", "name", "李女士"));
        visitor = Http.with(admitted.json().path("token").asText());
        conversation = visitor.post("/api/v1/conversations", Map.of("subject", "退票"))
                .json()
                .path("conversationId")
                .asText();
        write("想退两张票");
        ticket = visitor.post(
                        "/api/v1/conversations/" + conversation + "/handoff",
                        Map.of("reason", "退票", "category", department()))
                .json()
                .path("ticketId")
                .asText();
    }

    @Test
    void letsTheDepartmentOfTheTicketReadAllThatWasSaidButNotEndIt() {
        var messages = "/api/v1/conversations/" + conversation + "/messages";
        assertThat(Http.as("kf011").get(messages).json().path("items").findValuesAsText("body"))
                .contains("想退两张票");
        assertThat(Http.as("kf011").get("/api/v1/conversations/" + conversation).status())
                .isEqualTo(200);
        assertThat(Http.as("kf011")
                        .post("/api/v1/conversations/" + conversation + "/close", Map.of())
                        .code())
                .isEqualTo("not_yours");
        assertThat(Http.as("kf011")
                        .post(messages, Map.of("id", UUID.randomUUID(), "body", "我来回复"))
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("kf001").get(messages).code()).isEqualTo("not_yours");
        assertThat(Http.as("acme.auditor").get(messages).status()).isEqualTo(403);
        assertThat(Http.as("gx001").get(messages).status()).isEqualTo(404);
    }

    @Test
    void opensATicketAgainWhenItsCustomerWrites() {
        put("PENDING");
        write("还有一个问题");
        await().untilAsserted(() -> assertThat(shown().path("state").asText()).isEqualTo("OPEN"));
        assertThat(trail()).contains("TicketReplied");
    }

    @Test
    void doesNotTakeWhatWasWrittenBeforeForAnAnswer() {
        write("这是之前的补充");
        put("SOLVED");
        replies.pass();
        replies.catchUp();
        assertThat(shown().path("state").asText()).isEqualTo("SOLVED");
    }

    @Test
    void findsOutEvenWhenNobodyHeardIt() {
        put("SOLVED");
        inAcme(() -> jdbc.sql("""
                        insert into message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id, body,
                            content_type, sent_at)
                        select 'acme', id, baton_last_seq(id) + 1, gen_random_uuid(), 'CUSTOMER', customer_id::text, '在吗',
                            'text/plain', clock_timestamp() from conversation where id = ?::uuid
                        """).param(conversation).update());
        replies.catchUp();
        assertThat(shown().path("state").asText()).isEqualTo("OPEN");
    }

    private void put(String state) {
        change("/assignment", Map.of("assignee", manager().id()));
        assertThat(change("/state", Map.of("state", state)).status()).isEqualTo(200);
    }

    private Http.Answer change(String verb, Map<String, String> body) {
        return Http.as("acme.admin")
                .header("If-Match", "\"" + shown().path("version").asInt() + "\"")
                .post("/api/v1/tickets/" + ticket + verb, body);
    }

    private JsonNode shown() {
        return Http.as("acme.admin").get("/api/v1/tickets/" + ticket).json();
    }

    private List<String> trail() {
        return Http.as("acme.auditor")
                .get("/api/v1/audit/ticket/" + ticket)
                .json()
                .findValuesAsText("what");
    }

    private void write(String body) {
        assertThat(visitor.post(
                                "/api/v1/conversations/" + conversation + "/messages",
                                Map.of("id", UUID.randomUUID(), "body", body))
                        .status())
                .isEqualTo(201);
    }
}
