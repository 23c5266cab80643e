package io.baton.rota.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import java.time.LocalDate;
import java.time.LocalTime;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Planning over HTTP: what managers may do, what others may not, and what bad requests are told. */
@BatonTest
class AssignmentControllerTests {

    private static final String BATCH = "/api/v1/assignments:batch";
    private static final String REMOVE = "/api/v1/assignments:remove";
    private static final Tenant ACME = new Tenant("acme");
    private static final AtomicInteger DAYS = new AtomicInteger(3_000);

    @Autowired
    private Agents agents;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private TenantScope scope;

    private UUID early = new UUID(0, 0);
    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void begin() {
        day = LocalDate.now().plusDays(DAYS.getAndAdd(21));
        early = scope.call(ACME, () -> {
            for (var id : List.of("ac1", "ac2", "ac3")) {
                agents.save(new Agent(id, id, "vip", Set.of(), 3, false, 4, false));
            }
            agents.save(new Agent("ac-support", "ac-support", "support", Set.of(), 3, false, 4, false));
            types.add(new ShiftType(
                    Ids.next(),
                    "ac-early",
                    "早",
                    "Early",
                    "#2563eb",
                    LocalTime.of(6, 0),
                    LocalTime.of(14, 0),
                    List.of()));
            return types.all().stream()
                    .filter(type -> type.code().equals("ac-early"))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    @Test
    void plansPeopleByDates() {
        var answer = manager().post(BATCH, matrix(List.of("ac1", "AC2"), List.of(day, day.plusDays(1))));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("created")).hasSize(4);
        assertThat(answer.json().path("conflicts")).isEmpty();
        var plan = manager().get("/api/v1/rota?from=" + day + "&to=" + day + "&agent=ac2");
        assertThat(plan.json().path("assignments")).hasSize(1);
    }

    @Test
    void plansEachShiftForItselfAndOneDate() {
        var slots = List.of(
                Map.of("agentId", "ac1", "date", day, "shiftTypeId", early),
                Map.of("agentId", "ac2", "date", day.plusDays(3), "shiftTypeId", early));

        assertThat(manager().post(BATCH, Map.of("slots", slots)).status()).isEqualTo(201);
        assertThat(manager()
                        .post(BATCH, Map.of("agentIds", List.of("ac3"), "date", day, "shiftTypeId", early))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void tellsWhatWouldBeAndWritesNothing() {
        var body = matrix(List.of("ac1"), List.of(day));
        body.put("dryRun", true);

        var answer = manager().post(BATCH, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("dryRun").asBoolean()).isTrue();
        assertThat(answer.json().path("created")).hasSize(1);
        assertThat(planned("ac1")).isZero();
    }

    @Test
    void refusesAllOrSkipsTheOnesThatCannotBeHad() {
        manager().post(BATCH, matrix(List.of("ac1"), List.of(day)));
        var all = matrix(List.of("ac1", "ac2"), List.of(day));

        var refused = manager().in("en").post(BATCH, all);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("assignment_conflict");
        var conflict = refused.json().path("conflicts").get(0);
        assertThat(conflict.path("agentId").asText()).isEqualTo("ac1");
        assertThat(conflict.path("date").asText()).isEqualTo(day.toString());
        assertThat(conflict.path("code").asText()).isEqualTo("already_assigned");
        assertThat(conflict.path("severity").asText()).isEqualTo("BLOCKS");
        assertThat(conflict.path("message").asText()).startsWith("There is a shift");
        assertThat(planned("ac2")).isZero();

        all.put("mode", "SKIP_CONFLICTS");
        var skipped = manager().in("zh-CN").post(BATCH, all);
        assertThat(skipped.status()).isEqualTo(201);
        assertThat(skipped.json().path("created")).hasSize(1);
        assertThat(skipped.json().path("conflicts").get(0).path("message").asText())
                .startsWith("该时段已有排班");

        var nothing = manager().post(BATCH, all);
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.json().path("created")).isEmpty();
    }

    @Test
    void takesShiftsOffAgain() {
        var id = manager()
                .post(BATCH, matrix(List.of("ac1"), List.of(day)))
                .json()
                .path("created")
                .get(0)
                .path("id")
                .asText();

        assertThat(Http.as("ticketing.manager")
                        .post(REMOVE, Map.of("ids", List.of(id)))
                        .status())
                .isEqualTo(403);
        var removed = manager().post(REMOVE, Map.of("ids", List.of(id, id)));
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.json().path("removed").asInt()).isEqualTo(1);
        assertThat(planned("ac1")).isZero();

        var again = manager().post(REMOVE, Map.of("ids", List.of(id)));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("conflicts").get(0).path("code").asText()).isEqualTo("assignment_gone");
        assertThat(Http.as("globex.admin")
                        .post(REMOVE, Map.of("ids", List.of(id)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void letsManagersPlanTheirDepartmentAndAdministratorsAll() {
        var both = matrix(List.of("ac1", "ac-support"), List.of(day));

        assertThat(manager().post(BATCH, both).status()).isEqualTo(403);
        assertThat(Http.as("kf017").post(BATCH, both).status()).isEqualTo(403);
        assertThat(Http.as("acme.auditor").post(BATCH, both).status()).isEqualTo(403);
        assertThat(Http.as("globex.admin").post(BATCH, both).status()).isEqualTo(404);
        assertThat(Http.anonymous().post(BATCH, both).status()).isIn(401, 403);
        assertThat(planned("ac1")).isZero();
        assertThat(Http.as("acme.admin").post(BATCH, both).status()).isEqualTo(201);
    }

    @Test
    void namesWhatDoesNotExist() {
        assertThat(manager()
                        .post(BATCH, matrix(List.of("nobody"), List.of(day)))
                        .code())
                .isEqualTo("agent_unknown");
        var body = matrix(List.of("ac1"), List.of(day));
        body.put("shiftTypeId", UUID.randomUUID());
        assertThat(manager().post(BATCH, body).code()).isEqualTo("shift_type_unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"slots\":[]}",
                "{\"slots\":null}",
                "{\"slots\":[null]}",
                "{\"slots\":[{}]}",
                "{\"agentIds\":[],\"dates\":[\"2030-01-01\"],\"shiftTypeId\":\"01a21203-fd9f-798a-b8a5-47b882353287\"}",
                "{\"agentIds\":[\"ac1\"],\"shiftTypeId\":\"01a21203-fd9f-798a-b8a5-47b882353287\"}",
                "{\"agentIds\":[\"ac1\"],\"dates\":[null],\"shiftTypeId\":\"01a21203-fd9f-798a-b8a5-47b882353287\"}",
                "{\"agentIds\":[null],\"date\":\"2030-01-01\",\"shiftTypeId\":\"01a21203-fd9f-798a-b8a5-47b882353287\"}",
                "{\"agentIds\":[\"ac1\"],\"date\":\"1999-12-31\",\"shiftTypeId\":\"01a21203-fd9f-798a-b8a5-47b882353287\"}",
                "{\"agentIds\":[\"ac1\"],\"date\":\"9999-12-31\",\"shiftTypeId\":\"01a21203-fd9f-798a-b8a5-47b882353287\"}",
                "{\"agentIds\":[\"ac1\"],\"date\":\"2030-02-30\",\"shiftTypeId\":\"01a21203-fd9f-798a-b8a5-47b882353287\"}",
                "{\"agentIds\":[\"ac1\"],\"date\":\"2030-01-01\",\"shiftTypeId\":\"early\"}",
                "{\"agentIds\":[\"ac1\"],\"date\":\"2030-01-01\",\"shiftTypeId\":\"\"}",
                "{\"mode\":\"SOME\",\"slots\":[]}",
                "{\"agentIds\":\"ac1\"}",
                "[]",
                "{"
            })
    void refusesWhatItCannotPlan(String body) {
        var answer = manager().raw(BATCH, "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.code()).isNotBlank();
    }

    @Test
    void refusesMoreThanItPlansAtOnce() {
        var answer = manager().post(BATCH, matrix(Collections.nCopies(2_000, "ac1"), Collections.nCopies(60, day)));

        assertThat(answer.status()).isEqualTo(422);
    }

    private Map<String, Object> matrix(List<String> people, List<LocalDate> dates) {
        return new HashMap<>(Map.of("agentIds", people, "dates", dates, "shiftTypeId", early));
    }

    private int planned(String agent) {
        return manager()
                .get("/api/v1/rota?from=" + day + "&to=" + day + "&agent=" + agent)
                .json()
                .path("assignments")
                .size();
    }

    private static Http manager() {
        return Http.as("vip.manager");
    }
}
