package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agents;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Staffing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Leave of several days over HTTP, with real tokens. */
@BatonTest
class PeriodLeaveControllerTests {

    private LeaveWorld world;

    @Autowired
    private Staffing staffing;

    @BeforeEach
    void begin(
            @Autowired TenantScope scope, @Autowired Rota rota, @Autowired ShiftTypes types, @Autowired Agents agents) {
        world = new LeaveWorld(scope, rota, types, agents);
    }

    @Test
    void asksChecksAndDecidesOnTwoLevels() {
        var monday = LeaveWorld.freeWeek();
        var wish = wish(monday, "AFTERNOON", monday.plusDays(7), "MORNING");

        var check = Http.as("kf011").post("/api/v1/leaves:check", wish).json();
        var asked = Http.as("kf011").post("/api/v1/leaves", wish);
        var id = asked.json().get("id").asText();
        var endorsed = decide("aftersales.manager", id, true);
        var approved = decide("acme.admin", id, true);

        assertThat(check.get("allowed").asBoolean()).isTrue();
        assertThat(check.get("cost").decimalValue()).isEqualByComparingTo("5");
        assertThat(check.get("days").decimalValue()).isEqualByComparingTo("7");
        assertThat(check.get("segments")).hasSize(8);
        assertThat(check.get("segments").findValuesAsText("kind")).contains("REST_DAY");
        assertThat(check.get("findings").findValuesAsText("code")).contains("confirmation_needed");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().get("process").asText()).isEqualTo("period-leave");
        assertThat(asked.json().get("cost").decimalValue()).isEqualByComparingTo("5");
        assertThat(endorsed.json().get("state").asText()).isEqualTo("PENDING");
        assertThat(endorsed.json().get("endorsedBy").asText()).isEqualTo("aftersales.manager");
        assertThat(endorsed.json().get("endorsedByName").asText()).isEqualTo(name("aftersales.manager"));
        assertThat(approved.json().get("state").asText()).isEqualTo("APPROVED");
        assertThat(approved.json().get("decidedByName").asText()).isEqualTo(name("acme.admin"));
        assertThat(Http.as("acme.auditor")
                        .get("/api/v1/audit/leave/" + id)
                        .json()
                        .findValuesAsText("what"))
                .containsExactly("LeaveRequested", "LeaveCounted", "LeaveAdmitted", "LeaveEndorsed", "LeaveApproved");
    }

    @Test
    void refusesWhatIsTooLongOrOfTheWrongKind() {
        var monday = LeaveWorld.freeWeek();
        var decade = Http.as("kf011").post("/api/v1/leaves", wish(monday, "MORNING", monday.plusYears(10), "MORNING"));
        assertThat(decade.status()).isEqualTo(422);
        var day = Http.as("kf011").post("/api/v1/leaves", wish(monday, "MORNING", monday, "AFTERNOON"));
        var id = day.json().get("id").asText();
        assertThat(day.json().get("process").asText()).isEqualTo("leave");

        var back = Http.as("kf011")
                .post("/api/v1/leaves/" + id + "/return", Map.of("date", monday.toString(), "period", "AFTERNOON"));
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.code()).isEqualTo("leave_of_a_day");
        var longer = Http.as("kf011")
                .post(
                        "/api/v1/leaves/" + id + "/extension",
                        Map.of("endDate", monday.plusDays(1).toString(), "endPeriod", "MORNING", "reason", "未愈"));
        assertThat(longer.code()).isEqualTo("leave_of_a_day");
        var nothing = Http.as("aftersales.manager")
                .post("/api/v1/leaves/" + id + "/extension/decision", Map.of("approved", true));
        assertThat(nothing.code()).isEqualTo("extension_unknown");
    }

    @Test
    void refusesAReturnBeforeTheLeaveHasBegun() {
        var monday = LeaveWorld.freeWeek();
        var id = Http.as("kf012")
                .post("/api/v1/leaves", wish(monday, "MORNING", monday.plusDays(1), "AFTERNOON"))
                .json()
                .get("id")
                .asText();

        for (var body : List.of(
                Map.<String, Object>of("date", "soon", "period", "MORNING"),
                Map.<String, Object>of("date", monday.toString()),
                Map.<String, Object>of("date", monday.toString(), "period", "NIGHT"))) {
            assertThat(Http.as("kf012")
                            .post("/api/v1/leaves/" + id + "/return", body)
                            .status())
                    .isIn(400, 422);
        }
        var early = Http.as("kf012")
                .post("/api/v1/leaves/" + id + "/return", Map.of("date", monday.toString(), "period", "AFTERNOON"));
        assertThat(early.code()).isEqualTo("leave_not_approved");
        assertThat(Http.as("kf013")
                        .post(
                                "/api/v1/leaves/" + id + "/return",
                                Map.of("date", monday.toString(), "period", "AFTERNOON"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void showsCoversToThoseWhomTheyConcern() {
        var monday = LeaveWorld.freeWeek();
        world.as(LeaveWorld.admin(), () -> {
            staffing.want(world.shiftType("early"), "aftersales", monday.getDayOfWeek(), 1, monday);
            staffing.want(world.shiftType("early"), "aftersales", monday.getDayOfWeek(), 0, monday.plusDays(1));
            return true;
        });
        world.works("kf014", monday, "early");
        var id = Http.as("kf014")
                .post("/api/v1/leaves", wish(monday, "MORNING", monday.plusDays(1), "AFTERNOON"))
                .json()
                .get("id")
                .asText();
        decide("aftersales.manager", id, true);

        var listed = covers("aftersales.manager", id);
        assertThat(listed).hasSize(1);
        var cover = listed.get(0);
        var path = "/api/v1/covers/" + cover.get("id").asText();
        assertThat(cover.get("state").asText()).isEqualTo("OPEN");
        assertThat(cover.get("candidates").findValuesAsText("id"))
                .contains("kf015")
                .doesNotContain("kf014");
        assertThat(covers("ticketing.manager", id)).isEmpty();
        assertThat(covers("kf015", id)).isEmpty();
        assertThat(Http.as("kf015").get(path).status()).isEqualTo(403);
        assertThat(Http.as("kf015")
                        .post(path + "/offer", Map.of("agentId", "kf015"))
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("ticketing.manager")
                        .post(path + "/opening", Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("aftersales.manager")
                        .post(path + "/opening", Map.of("reason", " "))
                        .status())
                .isIn(400, 422);
        assertThat(Http.as("aftersales.manager")
                        .post(path + "/offer", Map.of("agentId", "kf001"))
                        .status())
                .isEqualTo(422);

        var offered = Http.as("aftersales.manager").post(path + "/offer", Map.of("agentId", "KF015"));
        assertThat(offered.json().get("state").asText()).isEqualTo("OFFERED");
        assertThat(covers("kf015", id).get(0).get("candidates")).isEmpty();
        assertThat(Http.as("kf016")
                        .post(path + "/answer", Map.of("accepted", true))
                        .status())
                .isEqualTo(403);
        var taken = Http.as("kf015").post(path + "/answer", Map.of("accepted", true));
        assertThat(taken.json().get("state").asText()).isEqualTo("COVERED");
        assertThat(Http.as("kf015")
                        .post(path + "/answer", Map.of("accepted", false))
                        .code())
                .isEqualTo("cover_decided");
        assertThat(Http.as("aftersales.manager")
                        .get("/api/v1/covers/" + UUID.randomUUID())
                        .code())
                .isEqualTo("cover_unknown");
        assertThat(Http.as("acme.auditor")
                        .get("/api/v1/audit/leave/" + id)
                        .json()
                        .findValuesAsText("what"))
                .contains("CoverNeeded", "CoverOffered", "PeriodLeaveCoverAnswered");
    }

    private static String name(String person) {
        return Http.as(person).get("/api/v1/me").json().get("name").asText();
    }

    private static JsonNode covers(String person, String leave) {
        return Http.as(person).get("/api/v1/covers?leave=" + leave).json().get("items");
    }

    private static Http.Answer decide(String by, String id, boolean approved) {
        return Http.as(by).post("/api/v1/leaves/" + id + "/decision", Map.of("approved", approved));
    }

    private static Map<String, Object> wish(LocalDate from, String start, LocalDate to, String end) {
        var body = new HashMap<String, Object>();
        body.put("type", "PERSONAL");
        body.put("startDate", from.toString());
        body.put("startPeriod", start);
        body.put("endDate", to.toString());
        body.put("endPeriod", end);
        body.put("reason", "回家");
        return body;
    }
}
