package io.baton.rota.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.HalfDays;
import io.baton.rota.Rota;
import io.baton.rota.Staffing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Shift types over HTTP: what administrators may do to them, and what that leaves alone. */
@BatonTest
class ShiftTypeControllerTests {

    private static final String TYPES = "/api/v1/shift-types";
    private static final Tenant ACME = new Tenant("acme");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger NUMBERS = new AtomicInteger(4_000);

    @Autowired
    private Agents agents;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Rota rota;

    @Autowired
    private TenantScope scope;

    private String code = "";
    private String agent = "";
    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void begin() {
        int number = NUMBERS.getAndAdd(20);
        code = "stc-" + number;
        agent = "stc" + number;
        day = LocalDate.now(ZONE).plusDays(number);
        scope.run(ACME, () -> agents.save(new Agent(agent, agent, "vip", Set.of("vip"), 3, false, 4, false)));
    }

    @Test
    void addsATypeThatIsOfferedFromItsDayOn() {
        var body = wish();
        body.put("validFrom", day);

        var added = admin().post(TYPES, body);

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(added.headers().firstValue("Location")).hasValue(TYPES + "/" + id(added));
        var version = added.json().path("versions").get(0);
        assertThat(version.path("nameZh").asText()).isEqualTo("晨班");
        assertThat(version.path("color").asText()).isEqualTo("#2563eb");
        assertThat(version.path("breaks").get(0).path("start").asText()).isEqualTo("10:00");
        assertThat(version.path("staffing").get(0).path("people")).hasSize(7);
        assertThat(version.path("author").asText()).isEqualTo("acme.admin");
        assertThat(conflict(plan(id(added), day.minusDays(1)))).isEqualTo("shift_type_not_offered");
        assertThat(plan(id(added), day).status()).isEqualTo(201);
    }

    @Test
    void showsItToWhomeverReadsThePlan() {
        var added = admin().post(TYPES, wish());

        var shown = shown(id(added));
        assertThat(shown.path("name").asText()).isEqualTo("Dawn");
        assertThat(shown.path("retired").asBoolean()).isFalse();
        assertThat(shown.path("skills").get(0).asText()).isEqualTo("vip");
        assertThat(Http.as("kf017").get(TYPES).status()).isEqualTo(403);
        assertThat(Http.as("vip.manager").post(TYPES, wish()).status()).isEqualTo(403);
    }

    @Test
    void changesWhatIsPlannedFromADayOnAndNothingElse() {
        var id = id(admin().post(TYPES, wish()));
        plan(id, day);
        plan(id, day.plusDays(5));
        var change = wish();
        change.putAll(Map.of("start", "07:00", "end", "15:00", "validFrom", day.plusDays(3), "code", code));
        change.put("staffing", List.of());

        var changed = change(id, 1, change);

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(changed.json().path("inForce").asInt()).isEqualTo(1);
        assertThat(changed.json().path("versions").findValuesAsText("start")).contains("06:00", "07:00");
        plan(id, day.plusDays(1));
        plan(id, day.plusDays(4));
        assertThat(starts())
                .as("planned before the change, also after its day; then before its day; then from it on")
                .containsExactly("06:00", "06:00", "07:00", "06:00");
        assertThat(minimum(id, day.plusDays(1))).isEqualTo(2);
        assertThat(minimum(id, day.plusDays(4))).isZero();
    }

    @Test
    void tellsTheBreaksThatAShiftWasPlannedWith() {
        var id = id(admin().post(TYPES, wish()));
        plan(id, day);

        var with = manager().get("/api/v1/rota?from=" + day + "&to=" + day + "&breaks=true&agent=" + agent);
        var without = manager().get("/api/v1/rota?from=" + day + "&to=" + day + "&agent=" + agent);

        var pause = with.json().path("assignments").get(0).path("breaks").get(0);
        assertThat(Instant.parse(pause.path("start").asText()))
                .isEqualTo(day.atTime(10, 0).atZone(ZONE).toInstant());
        assertThat(without.json().path("assignments").get(0).path("breaks")).isEmpty();
    }

    @Test
    void letsTheSecondOfTwoWhoChangeItLookFirst() {
        var id = id(admin().post(TYPES, wish()));

        assertThat(change(id, 1, wish()).status()).isEqualTo(200);
        assertThat(change(id, 1, wish()).code()).isEqualTo("changed_meanwhile");
        assertThat(change(id, 1, wish()).status()).isEqualTo(412);
        assertThat(retire(id, 1).status()).isEqualTo(412);
        assertThat(admin().put(TYPES + "/" + id, wish()).status()).isEqualTo(428);
        assertThat(admin().delete(TYPES + "/" + id).status()).isEqualTo(428);
        assertThat(admin().get(TYPES + "/" + id).headers().firstValue("ETag")).hasValue("\"2\"");
    }

    @Test
    void retiresATypeOnceNobodyIsPlannedInIt() {
        var id = id(admin().post(TYPES, wish()));
        var planned = plan(id, day);

        var used = retire(id, 1);
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.code()).isEqualTo("shift_type_used");

        manager()
                .post(
                        "/api/v1/assignments:remove",
                        Map.of(
                                "ids",
                                List.of(planned.json()
                                        .path("created")
                                        .get(0)
                                        .path("id")
                                        .asText())));
        assertThat(retire(id, 1).status()).isEqualTo(204);
        assertThat(conflict(plan(id, day))).isEqualTo("shift_type_not_offered");
        assertThat(shown(id).path("retired").asBoolean()).isTrue();
        assertThat(admin().get(TYPES).text()).doesNotContain(id);
        assertThat(admin().get(TYPES + "?retired=true").text()).contains(id);
        assertThat(minimum(id, day)).isZero();
        assertThat(retire(id, 2).code()).isEqualTo("shift_type_retired");
        assertThat(change(id, 2, wish()).code()).isEqualTo("shift_type_retired");
        assertThat(admin().post(TYPES, wish()).code()).isEqualTo("shift_type_exists");
    }

    @Test
    void leavesAnAnnouncedChangeWhatItIs() {
        var id = id(admin().post(TYPES, wish()));
        var announced = wish();
        announced.put("validFrom", day);
        change(id, 1, announced);
        var sooner = wish();
        var more = List.of(
                Map.of("department", "vip", "people", Collections.nCopies(7, 3)),
                Map.of("department", "ticketing", "people", Collections.nCopies(7, 5)));
        sooner.putAll(Map.of("staffing", more, "validFrom", day.minusDays(9)));

        assertThat(change(id, 2, sooner).status()).isEqualTo(200);

        assertThat(minimum(id, day.minusDays(9))).isEqualTo(3);
        assertThat(minimum(id, "ticketing", day.minusDays(1))).isEqualTo(5);
        assertThat(minimum(id, day)).isEqualTo(2);
        assertThat(minimum(id, "ticketing", day)).isZero();
        assertThat(retire(id, 3).status()).isEqualTo(204);
        assertThat(minimum(id, day)).isZero();
        assertThat(minimum(id, "ticketing", day.minusDays(1))).isZero();
    }

    @Test
    void keepsATypeWhoseShiftsALeaveHolds() {
        var id = id(admin().post(TYPES, wish()));
        plan(id, day);
        var leave = UUID.randomUUID();

        scope.run(ACME, () -> rota.applyLeave(leave, agent, HalfDays.of(day)));
        assertThat(retire(id, 1).code()).isEqualTo("shift_type_used");

        scope.run(ACME, () -> rota.giveBackLeave(leave, HalfDays.of(day)));
        var back = scope.call(ACME, () -> rota.assignments(agent, day, day)).getFirst();
        var steps = manager()
                .get("/api/v1/assignments/" + back.id() + "/steps")
                .json()
                .path("items");
        assertThat(steps.findValuesAsText("what")).containsExactly("PLANNED", "ON_LEAVE", "CHANGED");
        assertThat(steps.findValuesAsText("author")).containsExactly("vip.manager", "system", "system");
    }

    @Test
    void addsATypeOnceForOneKey() {
        var caller = admin().header("Idempotency-Key", "shift-type-" + code);

        var first = caller.post(TYPES, wish());
        var again = caller.post(TYPES, wish());

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(id(again)).isEqualTo(id(first));
        assertThat(admin().post(TYPES, wish()).code()).isEqualTo("shift_type_exists");
    }

    @Test
    void leavesATrailThatAuditorsRead() {
        var id = id(admin().post(TYPES, wish()));
        change(id, 1, wish());
        retire(id, 2);

        var trail = Http.as("acme.auditor").get("/api/v1/audit/shift-type/" + id);

        assertThat(trail.text()).contains("ShiftTypeAdded", "ShiftTypeChanged", "ShiftTypeRetired", "06:00–14:00");
        assertThat(Http.as("vip.manager").get("/api/v1/audit/shift-type/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void refusesABadTypeWithEverythingThatIsWrong() {
        var body = wish();
        body.putAll(Map.of(
                "color",
                "blue",
                "end",
                "06:00",
                "validFrom",
                LocalDate.now(ZONE).minusDays(2)));
        body.put("staffing", List.of(Map.of("department", "nowhere", "people", Collections.nCopies(7, 1))));

        var answer = admin().post(TYPES, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("violations").findValuesAsText("field"))
                .contains("color", "end", "validFrom", "staffing");
        assertThat(admin().get(TYPES + "?retired=true").text()).doesNotContain(code + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start|\"24:00\"",
                "start|\"6:00\"",
                "start|\"06:00:30\"",
                "start|null",
                "end|7",
                "breaks|[{\"start\":\"05:00\",\"end\":\"05:30\"}]",
                "breaks|[null]",
                "breaks|[{}]",
                "skills|[\"\"]",
                "skills|[null]",
                "staffing|[{\"department\":\"vip\",\"people\":[1,2]}]",
                "staffing|[{\"department\":\"vip\",\"people\":[1,2,3,4,5,6,501]}]",
                "staffing|[{\"department\":\"vip\",\"people\":[1,2,3,4,5,6,-1]}]",
                "staffing|[{\"department\":\"vip\",\"people\":[1,2,3,4,5,6,null]}]",
                "staffing|[{\"department\":\"vip\"}]",
                "staffing|[{\"people\":[0,0,0,0,0,0,0]}]",
                "staffing|[{\"department\":\"vip\",\"people\":[0,0,0,0,0,0,0]},{\"department\":\"vip\",\"people\":[0,0,0,0,0,0,0]}]",
                "validFrom|\"2099-99-99\"",
                "validFrom|\"+10000-01-01\"",
                "code|\"Ärger\"",
                "nameEn|\"\"",
                "color|\"#12345\""
            })
    void refusesFieldsThatAreWrong(String field, String value) {
        var good = "{\"code\":\"stc-bad\",\"nameZh\":\"早\",\"nameEn\":\"Early\",\"color\":\"#2563eb\","
                + "\"start\":\"06:00\",\"end\":\"14:00\",\"" + field + "\":" + value + "}";

        var answer = admin().raw(TYPES, "application/json", good.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.code()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00000000-0000-0000-0000-000000000000"})
    void knowsNoOtherTypes(String id) {
        assertThat(admin().get(TYPES + "/" + id).code()).isEqualTo("shift_type_unknown");
        assertThat(change(id, 1, wish()).status()).isEqualTo(404);
        assertThat(retire(id, 1).status()).isEqualTo(404);
    }

    @Test
    void keepsTheCode() {
        var id = id(admin().post(TYPES, wish()));
        var change = wish();
        change.put("code", "another");

        assertThat(change(id, 1, change).status()).isEqualTo(422);
    }

    @Test
    void showsManagersTheCoverageOfTheirDepartmentOnly() {
        scope.run(ACME, () -> agents.save(new Agent("stc-t", "stc-t", "ticketing", Set.of(), 3, false, 4, false)));
        var path = "/api/v1/rota/coverage?date=" + day + "&days=7";

        assertThat(manager().get(path).json().path("departments")).hasSize(1);
        assertThat(manager().get(path + "&department=ticketing").status()).isEqualTo(403);
        assertThat(admin().get(path).json().path("departments").findValuesAsText("department"))
                .contains("vip", "ticketing");
        assertThat(Http.as("globex.admin").get(path).text()).doesNotContain("vip");
        assertThat(admin().get(path + "0").status()).as("70 days").isEqualTo(422);
        assertThat(admin().get("/api/v1/rota/coverage").status()).isIn(400, 422);
    }

    @Test
    void tellsPlannersWhoPlannedAShift() {
        var planned = plan(id(admin().post(TYPES, wish())), day);
        var path = "/api/v1/assignments/"
                + planned.json().path("created").get(0).path("id").asText() + "/steps";

        var steps = manager().get(path).json().path("items");

        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).path("what").asText()).isEqualTo("PLANNED");
        assertThat(steps.get(0).path("author").asText()).isEqualTo("vip.manager");
        assertThat(steps.get(0).path("authorName").asText()).isNotBlank();
        assertThat(Http.as("ticketing.manager").get(path).status()).isEqualTo(403);
        assertThat(Http.as("kf017").get(path).status()).isEqualTo(403);
        assertThat(Http.as("globex.admin").get(path).status()).isEqualTo(404);
        assertThat(manager()
                        .get("/api/v1/assignments/" + UUID.randomUUID() + "/steps")
                        .code())
                .isEqualTo("assignment_unknown");
    }

    private Map<String, Object> wish() {
        var body = new HashMap<String, Object>();
        body.put("code", code);
        body.put("nameZh", "晨班");
        body.put("nameEn", "Dawn");
        body.put("color", "#2563EB");
        body.put("start", "06:00");
        body.put("end", "14:00");
        body.put("breaks", List.of(Map.of("start", "10:00", "end", "10:30")));
        body.put("skills", List.of("vip"));
        body.put("staffing", List.of(Map.of("department", "vip", "people", Collections.nCopies(7, 2))));
        return body;
    }

    private Answer change(String id, int version, Map<String, Object> body) {
        return admin().header("If-Match", "\"" + version + "\"").put(TYPES + "/" + id, body);
    }

    private Answer retire(String id, int version) {
        return admin().header("If-Match", "\"" + version + "\"").delete(TYPES + "/" + id);
    }

    private Answer plan(String type, LocalDate when) {
        return manager()
                .post(
                        "/api/v1/assignments:batch",
                        Map.of("agentIds", List.of(agent), "date", when, "shiftTypeId", type));
    }

    private JsonNode shown(String id) {
        var types = Http.as("kf017")
                .get("/api/v1/rota?from=" + day + "&to=" + day)
                .json()
                .path("shiftTypes");
        for (var type : types) {
            if (type.path("id").asText().equals(id)) {
                return type;
            }
        }
        throw new AssertionError("not shown: " + id);
    }

    private List<String> starts() {
        return manager()
                .get("/api/v1/rota?from=" + day + "&to=" + day.plusDays(9) + "&agent=" + agent)
                .json()
                .path("assignments")
                .findValuesAsText("start")
                .stream()
                .map(start -> Instant.parse(start).atZone(ZONE).toLocalTime().toString())
                .toList();
    }

    private int minimum(String type, LocalDate when) {
        return minimum(type, "vip", when);
    }

    private int minimum(String type, String department, LocalDate when) {
        return scope.call(ACME, () -> staffing.minimum(UUID.fromString(type), department, when));
    }

    private static String conflict(Answer refused) {
        assertThat(refused.status()).isEqualTo(409);
        return refused.json().path("conflicts").path(0).path("code").asText();
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asText();
    }

    private static Http admin() {
        return Http.as("acme.admin");
    }

    private static Http manager() {
        return Http.as("vip.manager");
    }
}
