package io.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks every endpoint with people of another company and with ids that really exist: there is nothing for them. */
@BatonTest
class ForeignTenantTests {

    private static final String[] STRANGERS = {
        "globex.admin", "globex.manager", "globex.auditor", "globex.designer", "gx001"
    };

    private static final AtomicInteger DAYS = new AtomicInteger(200);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionTemplate transaction;

    private String leave = "";
    private String conversation = "";
    private String handoff = "";
    private String ticket = "";
    private String reply = "";
    private String shiftType = "";

    @BeforeEach
    void fillAcme() {
        leave = Http.as("kf024")
                .post("/api/v1/leaves", wish())
                .json()
                .path("id")
                .asText();
        var visitor = Http.with(Http.anonymous()
                .post("/api/v1/visitors", Map.of("tenant", "acme", "name", "小李"))
                .json()
                .path("token")
                .asText());
        conversation = visitor.post("/api/v1/conversations", Map.of("subject", "退票"))
                .json()
                .path("conversationId")
                .asText();
        ticket = visitor.post("/api/v1/conversations/" + conversation + "/handoff", Map.of("reason", "退票"))
                .json()
                .path("ticketId")
                .asText();
        handoff = scope.call(
                new Tenant("acme"),
                () -> transaction.execute(
                        status -> jdbc.sql("select id::text from handoff where conversation_id = ?::uuid")
                                .param(conversation)
                                .query(String.class)
                                .single()));
    }

    @BeforeEach
    void writeAQuickReply() {
        reply = Http.as("acme.admin")
                .post("/api/v1/quick-replies", Map.of("scope", "TENANT", "title", "问候", "body", "您好"))
                .json()
                .path("id")
                .asText();
    }

    @BeforeEach
    void findAShiftType() {
        var body = new HashMap<>(EndpointRights.body("POST /api/v1/shift-types"));
        body.putAll(Map.of("code", "foreign-tenant-tests", "color", "#2563eb"));
        Http.as("acme.admin").post("/api/v1/shift-types", body);
        shiftType = Http.as("acme.admin")
                .get("/api/v1/shift-types")
                .json()
                .path("items")
                .findValuesAsText("id")
                .getFirst();
    }

    @Test
    void theirIdsExistForTheOwnAdministrator() {
        var admin = Http.as("acme.admin");
        assertThat(admin.get("/api/v1/leaves/" + leave).status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/audit/leave/" + leave).status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/conversations/" + conversation).status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/handoffs/" + handoff).status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/tickets").text()).contains(ticket);
        assertThat(admin.get("/api/v1/quick-replies/" + reply).status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/shift-types/" + shiftType).status()).isEqualTo(200);
    }

    /** Notices belong to one person and are asked for without naming anybody; files are sent in FilesTests. */
    @Test
    void andForNobodyOfAnotherCompany() {
        var checks = new SoftAssertions();
        for (var stranger : STRANGERS) {
            for (var endpoint : EndpointRights.listed()) {
                if (endpoint.contains("{id}")
                        && !endpoint.contains("/notices")
                        && !EndpointRights.takesFiles(endpoint)) {
                    var answer = call(stranger, endpoint);
                    checks.assertThat(answer.status())
                            .as(stranger + " " + endpoint + " " + answer.text())
                            .isIn(403, 404);
                }
            }
        }
        checks.assertAll();
    }

    @Test
    void norDoesAnyListNameThem() {
        var checks = new SoftAssertions();
        for (var stranger : STRANGERS) {
            for (var endpoint : EndpointRights.listed()) {
                if (endpoint.startsWith("GET ") && !endpoint.contains("{")) {
                    var text = call(stranger, endpoint).text();
                    checks.assertThat(text)
                            .as(stranger + " " + endpoint)
                            .doesNotContain("kf0", leave, conversation, handoff, ticket, reply, shiftType, "acme");
                }
            }
        }
        checks.assertAll();
    }

    private Answer call(String stranger, String endpoint) {
        var parts = endpoint.split(" ", 2);
        var id = existing(parts[1]);
        var path = parts[1].replace("{kind}", "leave")
                .replace("{id}", id)
                .replace("{attachmentId}", UUID.randomUUID().toString());
        return Http.as(stranger)
                .send(
                        parts[0],
                        path + EndpointRights.query(endpoint),
                        Set.of("POST", "PUT").contains(parts[0]) ? EndpointRights.body(endpoint) : null);
    }

    private String existing(String path) {
        return switch (path.split("/")[3]) {
            case "leaves", "audit" -> leave;
            case "handoffs" -> handoff;
            case "tickets" -> ticket;
            case "quick-replies" -> reply;
            case "shift-types" -> shiftType;
            default -> conversation;
        };
    }

    private static Map<String, Object> wish() {
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai"))
                .plusDays(DAYS.getAndIncrement())
                .toString();
        return Map.of(
                "type",
                "PERSONAL",
                "startDate",
                day,
                "startPeriod",
                "MORNING",
                "endDate",
                day,
                "endPeriod",
                "AFTERNOON",
                "reason",
                "家里有事");
    }
}
