package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BatonTest
class RoutingControllerTests extends HandoffScene {

    private static final String PATH = "/api/v1/departments/vip/routing";

    @Override
    String department() {
        return "vip";
    }

    @AfterEach
    void forgetThePolicy() {
        inAcme(() ->
                jdbc.sql("delete from routing_policy where department = 'vip'").update());
    }

    @Test
    void showsWhatAppliesToADepartmentThatNobodyChanged() {
        var shown = Http.as("vip.manager").get(PATH);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("strategy").asText()).isEqualTo("SCORE");
        assertThat(shown.json().path("week").isNull()).isTrue();
        assertThat(shown.json().path("openHolidays").asBoolean()).isTrue();
        assertThat(shown.json().path("tenantHours").path("opens").asText()).isNotEmpty();
        assertThat(shown.json().path("version").asInt()).isZero();
    }

    @Test
    void changesItForAdministratorsWhoSayWhatTheySaw() {
        var week = List.of(span("SUNDAY", "22:00", "02:00"), span("MONDAY", "09:00", "18:30"));
        var changed = admin(0).put(PATH, routing("ROUND_ROBIN", week, false));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).contains("\"1\"");
        var shown = Http.as("acme.admin").get(PATH).json();
        assertThat(shown.path("strategy").asText()).isEqualTo("ROUND_ROBIN");
        assertThat(shown.path("openHolidays").asBoolean()).isFalse();
        assertThat(shown.path("week")).hasSize(2);
        assertThat(shown.path("week").get(0).path("day").asText()).isEqualTo("MONDAY");
        assertThat(shown.path("week").get(0).path("closes").asText()).startsWith("18:30");
        assertThat(admin(0).put(PATH, routing("SCORE", null, true)).code()).isEqualTo("changed_meanwhile");
        assertThat(admin(1).put(PATH, routing("SCORE", null, true))
                        .json()
                        .path("week")
                        .isNull())
                .isTrue();
        var trail =
                Http.as("acme.auditor").get("/api/v1/audit/routing/vip").json().path("items");
        assertThat(trail).anyMatch(entry -> entry.path("after").asText().contains("ROUND_ROBIN [MONDAY 09:00-18:30"));
    }

    @Test
    void refusesWhatItCannotBe() {
        var overlapping = List.of(span("MONDAY", "09:00", "12:00"), span("MONDAY", "11:00", "13:00"));
        assertThat(admin(0).put(PATH, routing("SCORE", overlapping, true)).status())
                .isEqualTo(422);
        assertThat(admin(0).put(PATH, routing("SCORE", List.of(span("MONDAY", "09:00:30", "12:00")), true))
                        .status())
                .isEqualTo(422);
        for (var wrong : List.of(
                Map.of("strategy", "FASTEST", "openHolidays", true),
                Map.of("openHolidays", true),
                Map.of("strategy", "SCORE"),
                Map.of("strategy", "SCORE", "openHolidays", true, "week", "always"),
                Map.of("strategy", "SCORE", "openHolidays", true, "week", List.of(Map.of("day", "MONDAY"))),
                Map.of("strategy", "SCORE", "openHolidays", true, "week", List.of(span("SOMEDAY", "09:00", "10:00"))),
                Map.of("strategy", "SCORE", "openHolidays", true, "week", List.of(span("MONDAY", "25:00", "26:00"))),
                Map.of("strategy", "SCORE", "openHolidays", true, "week", tooMany()))) {
            assertThat(admin(0).put(PATH, wrong).status()).as("%s", wrong).isBetween(400, 422);
        }
        assertThat(Http.as("acme.admin").put(PATH, routing("SCORE", null, true)).status())
                .isEqualTo(428);
        assertThat(Http.as("acme.admin").get(PATH).json().path("version").asInt())
                .isZero();
    }

    @Test
    void isOnlyForThoseWhoLeadTheDepartment() {
        assertThat(Http.as("kf001").get(PATH).status()).isEqualTo(403);
        assertThat(Http.as("ticketing.manager").get(PATH).status()).isEqualTo(403);
        assertThat(Http.as("vip.manager")
                        .header("If-Match", "\"0\"")
                        .put(PATH, routing("SCORE", null, true))
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("acme.admin")
                        .get("/api/v1/departments/nobody/routing")
                        .code())
                .isEqualTo("department_unknown");
    }

    @Test
    void tellsAgentsManagersAndAuditorsWhyAnAgentWasChosen() {
        hire("kf017", 3);
        connect("kf017");
        var id = ask(customer()).handoff().id();
        for (var person : List.of("kf017", "vip.manager")) {
            var score = Http.as(person).get("/api/v1/handoffs/" + id).json().path("score");
            assertThat(score.path("strategy").asText()).isEqualTo("SCORE");
            assertThat(score.path("parts")).isNotEmpty();
        }
        for (var person : List.of("acme.auditor", "vip.manager")) {
            assertThat(Http.as(person).get("/api/v1/audit/handoff/" + id).json().path("items"))
                    .anyMatch(entry -> entry.path("what").asText().equals("HandoffOffered")
                            && entry.path("comment")
                                    .asText()
                                    .matches("kf017 SCORE \\d+\\.\\d\\d = load .*status 40.00"));
        }
        assertThat(Http.as("ticketing.manager")
                        .get("/api/v1/audit/handoff/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void makesVipsOnlyOfThoseWhomTheCompanySigned() throws Exception {
        connect("kf017");
        var id = "vip-" + UUID.randomUUID();
        assertThat(priority(Map.of("attributes", Map.of("vip", "true")))).isEqualTo("NORMAL");
        assertThat(priority(Map.of("externalId", id, "signature", signature(id), "attributes", Map.of("vip", "true"))))
                .isEqualTo("NORMAL");
        assertThat(priority(Map.of("externalId", id, "signature", signature(id + "\nvip"))))
                .isEqualTo("HIGH");
        assertThat(priority(Map.of("externalId", id + "\nvip", "signature", signature(id + "\nvip"))))
                .isEqualTo("NORMAL");
    }

    private String priority(Map<String, Object> arrival) {
        var body = new HashMap<String, Object>(Map.of("tenant", "acme", "name", "李女士"));
        body.putAll(arrival);
        var admitted = Http.anonymous().post("/api/v1/visitors", body);
        var visitor = Http.with(admitted.json().path("token").asText());
        var conversation = visitor.post("/api/v1/conversations", Map.of("subject", "退票"))
                .json()
                .path("conversationId")
                .asText();
        var path = "/api/v1/conversations/" + conversation + "/handoff";
        var asked = visitor.post(path, Map.of("reason", "想和人说话", "category", "vip"));
        var priority = now(UUID.fromString(asked.json().path("handoffId").asText()))
                .place()
                .priority()
                .name();
        visitor.delete(path);
        return priority;
    }

    private static String signature(String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("acme-demo-widget".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Http admin(int version) {
        return Http.as("acme.admin").header("If-Match", "\"" + version + "\"");
    }

    private static Map<String, Object> routing(
            String strategy, @Nullable List<Map<String, String>> week, boolean openHolidays) {
        var body = new HashMap<String, Object>(Map.of("strategy", strategy, "openHolidays", openHolidays));
        if (week != null) {
            body.put("week", week);
        }
        return body;
    }

    private static Map<String, String> span(String day, String opens, String closes) {
        return Map.of("day", day, "opens", opens, "closes", closes);
    }

    private static List<Map<String, String>> tooMany() {
        var spans = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 29; i++) {
            spans.add(span("MONDAY", "%02d:%02d".formatted(i / 2, 30 * (i % 2)), "%02d:15".formatted(i / 2)));
        }
        return spans;
    }
}
