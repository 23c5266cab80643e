package io.baton.rota.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import io.baton.rota.Rota;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
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

/** The board out to a spreadsheet and back, over HTTP. */
@BatonTest
class RotaImportControllerTests {

    private static final String IMPORT = "/api/v1/rota:import";
    private static final Tenant ACME = new Tenant("acme");
    private static final AtomicInteger DAYS = new AtomicInteger(6_000);

    @Autowired
    private Agents agents;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private Rota rota;

    @Autowired
    private AssignmentLocks locks;

    @Autowired
    private TenantScope scope;

    private final Http manager = Http.as("vip.manager");
    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void begin() {
        day = LocalDate.now().plusDays(DAYS.getAndAdd(21));
        scope.run(ACME, () -> {
            for (var id : List.of("ri1", "ri2")) {
                agents.save(new Agent(id, "=" + id, "vip", Set.of(), 3, false, 4, false));
            }
            agents.save(new Agent("ri-support", "ri-support", "support", Set.of(), 3, false, 4, false));
            types.add(new ShiftType(
                    Ids.next(),
                    "ri-late",
                    "导晚",
                    "Import late",
                    "#d97706",
                    LocalTime.of(14, 0),
                    LocalTime.of(22, 0),
                    List.of()));
            types.add(new ShiftType(
                    Ids.next(),
                    "ri-early",
                    "导早",
                    "Import early",
                    "#2563eb",
                    LocalTime.of(6, 0),
                    LocalTime.of(14, 0),
                    List.of()));
        });
    }

    @Test
    void plansWhatATableHas() {
        var answer = take("", table("ri1,x,ri-early,导早", "ri2,x,,ri-early"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("created")).hasSize(3);
        assertThat(answer.json().path("unchanged").asInt()).isZero();
        assertThat(planned("ri1")).isEqualTo(2);
    }

    @Test
    void tellsWhatWouldBeAndWritesNothing() {
        var answer = take("?dryRun=true", table("ri1,x,ri-early"));

        assertThat(answer.json().path("dryRun").asBoolean()).isTrue();
        assertThat(answer.json().path("created")).hasSize(1);
        var slot = answer.json().path("slots").get(0);
        assertThat(slot.path("agentId").asText()).isEqualTo("ri1");
        assertThat(slot.path("date").asText()).isEqualTo(day.toString());
        assertThat(planned("ri1")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void takesBackWhatItGaveOut(String format) {
        take("", table("ri1,x,ri-early,ri-early", "ri2,x,ri-early"));
        scope.call(Actor.system(ACME), () -> rota.applyLeave(Ids.next(), "ri1", HalfDays.of(day, Half.AFTERNOON)));
        var file = manager.download(export(format));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("rota-" + day + "-" + day.plusDays(1) + "." + format);

        var answer = manager.upload(IMPORT, Map.of(), "rota." + format, file.body());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("unchanged").asInt()).isEqualTo(3);
        assertThat(answer.json().path("created")).isEmpty();
    }

    @Test
    void bringsBackAWeekThatWasCleared() {
        var created = take("", table("ri1,x,ri-early")).json().path("created");
        var file = manager.download(export("xlsx")).body();
        manager.post(
                "/api/v1/assignments:remove",
                Map.of("ids", List.of(created.get(0).path("id").asText())));
        assertThat(planned("ri1")).isZero();

        assertThat(manager.upload(IMPORT, Map.of(), "rota.xlsx", file).json().path("created"))
                .hasSize(1);
    }

    @Test
    void exportsNoFormulaAndOnlyTheOwnDepartment() {
        var text = new String(manager.download(export("csv")).body(), StandardCharsets.UTF_8);

        assertThat(text)
                .startsWith("\uFEFFagentId,name," + day + "," + day.plusDays(1))
                .contains("ri1,'=ri1")
                .doesNotContain("ri-support");
        assertThat(new String(manager.in("zh-CN").download(export("csv")).body(), StandardCharsets.UTF_8))
                .startsWith("\uFEFF工号,姓名");
        assertThat(new String(Http.as("acme.admin").download(export("csv")).body(), StandardCharsets.UTF_8))
                .contains("ri-support");
        assertThat(manager.get(export("csv") + "&department=support").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"format=pdf", "to=2020-01-01", "to=2099-01-01", "from=x"})
    void refusesExportsThatAreNone(String parameter) {
        var name = parameter.substring(0, parameter.indexOf('='));
        var path = export("csv").replaceAll("(?<=[?&])" + name + "=[^&]*", parameter);

        assertThat(manager.get(path).status()).isEqualTo(422);
    }

    @Test
    void namesEveryCellThatIsWrongInBothLanguagesAndPlansNothing() {
        var table = table("ri1,x,ri-early,dance", "ri-support,x,ri-early", "ri2,x,,dance");

        var refused = take("", table);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("rota_file_refused");
        assertThat(refused.json().path("mistakes").asInt()).isEqualTo(3);
        var first = refused.json().path("violations").get(0);
        assertThat(first.path("line").asInt()).isEqualTo(2);
        assertThat(first.path("column").asInt()).isEqualTo(4);
        assertThat(first.path("value").asText()).isEqualTo("dance");
        assertThat(first.path("message").asText()).isEqualTo("There is no such shift.");
        assertThat(refused.json().path("violations").get(1).path("code").asText())
                .isEqualTo("person");
        assertThat(manager.in("zh-CN").upload(IMPORT, Map.of(), "a.csv", table).text())
                .contains("没有该班次。");
        assertThat(planned("ri1")).isZero();
    }

    @Test
    void refusesAllOrSkipsWhatCannotBeHad() {
        scope.call(Actor.system(ACME), () -> rota.applyLeave(Ids.next(), "ri1", HalfDays.of(day)));
        var table = table("ri1,x,ri-early", "ri2,x,ri-early");

        var refused = take("", table);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("conflicts").findValuesAsText("code")).contains("on_leave");
        assertThat(refused.json().path("conflicts").findValuesAsText("agentId")).containsOnly("ri1");
        assertThat(planned("ri2")).isZero();

        var skipped = take("?mode=SKIP_CONFLICTS", table);
        assertThat(skipped.json().path("created")).hasSize(1);
        assertThat(skipped.json().path("conflicts")).isNotEmpty();
        assertThat(planned("ri2")).isEqualTo(1);
    }

    @Test
    void replacesThePlanOfThePeopleAndDaysOfATableAndOfNobodyElse() {
        take("", table("ri1,x,ri-early,ri-early", "ri2,x,ri-early"));
        var later = scope.call(Actor.system(ACME), () -> rota.assign("ri1", day.plusDays(2), type("ri-early")));

        var asked = take("?replace=true&dryRun=true", table("ri1,x,,ri-late"));
        var same = scope.call(ACME, () -> rota.assignments("ri1", day, day.plusDays(1)));
        var done = take("?replace=true", table("ri1,x,,ri-late"));
        var again = take("?replace=true", table("ri1,x,,ri-late"));

        for (var answer : List.of(asked, done)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("removed").findValuesAsText("date"))
                    .containsExactly(day.toString(), day.plusDays(1).toString());
            assertThat(answer.json().path("created")).hasSize(1);
        }
        assertThat(same).hasSize(2).allMatch(row -> type("ri-early").equals(row.shiftTypeId()));
        var now = scope.call(ACME, () -> rota.assignments("ri1", day, day.plusDays(2)));
        assertThat(now).hasSize(2).contains(later);
        assertThat(now.getFirst().shiftTypeId()).isEqualTo(type("ri-late"));
        assertThat(planned("ri2")).isEqualTo(1);
        assertThat(again.json().path("unchanged").asInt()).isEqualTo(1);
        assertThat(again.json().path("removed")).isEmpty();
        assertThat(manager.get("/api/v1/audit/rota/vip").text()).contains("ShiftsRemoved");
    }

    @Test
    void leavesWhatIsHeldOrTakenByLeaveWhenItReplaces() {
        var rows = take("", table("ri1,x,ri-early,ri-early", "ri2,x,ri-early"))
                .json()
                .path("created");
        var held = rows.findValuesAsText("id").getLast();
        scope.call(
                ACME,
                () -> locks.hold(List.of(new AssignmentLocks.Lock(UUID.fromString(held), "test", Ids.next(), "S-1"))));
        scope.call(Actor.system(ACME), () -> rota.applyLeave(Ids.next(), "ri1", HalfDays.of(day, Half.AFTERNOON)));
        var table = table("ri1,x", "ri2,x,,ri-late");

        var refused = take("?replace=true", table);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("conflicts").findValuesAsText("code"))
                .containsExactlyInAnyOrder("on_leave", "shift_locked");
        assertThat(planned("ri2")).isEqualTo(1);

        var skipped = take("?replace=true&mode=SKIP_CONFLICTS", table);
        assertThat(skipped.json().path("removed").findValuesAsText("date"))
                .containsExactly(day.plusDays(1).toString());
        assertThat(skipped.json().path("created")).hasSize(1);
        assertThat(skipped.json().path("conflicts").findValuesAsText("code"))
                .containsExactlyInAnyOrder("on_leave", "shift_locked");
        assertThat(scope.call(ACME, () -> rota.assignments("ri1", day, day)))
                .extracting(row -> row.status().name())
                .containsExactly("ACTIVE", "LEAVE");
    }

    @Test
    void removesNothingWhenWhatIsToComeInsteadCannotBeHad() {
        take("", table("ri1,x,ri-early"));
        scope.call(Actor.system(ACME), () -> rota.applyLeave(Ids.next(), "ri1", HalfDays.of(day.plusDays(1))));

        var refused = take("?replace=true", table("ri1,x,,ri-late"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(planned("ri1")).isEqualTo(1);
    }

    @Test
    void refusesFilesThatAreTooLargeOrNoTable() {
        assertThat(violation(new byte[RotaImportController.MOST_BYTES + 1])).isEqualTo("bytes");
        assertThat(violation("PK\3\4".getBytes(StandardCharsets.UTF_8))).isEqualTo("workbook");
        assertThat(violation(new byte[0])).isEqualTo("head");
        assertThat(manager.post(IMPORT, Map.of()).status()).isEqualTo(415);
        assertThat(manager.raw(IMPORT, "multipart/form-data; boundary=x", new byte[0])
                        .status())
                .isBetween(400, 422);
        assertThat(take("?mode=PARTY", table("ri1,x,ri-early")).status()).isEqualTo(422);
    }

    @Test
    void isForThoseWhoPlan() {
        for (var person : List.of("kf001", "acme.auditor", "acme.designer")) {
            assertThat(Http.as(person)
                            .upload(IMPORT, Map.of(), "a.csv", table("ri1,x,ri-early"))
                            .status())
                    .isEqualTo(403);
            assertThat(Http.as(person).get(export("csv")).status()).isEqualTo(403);
        }
        var stranger = Http.as("globex.admin").upload(IMPORT, Map.of(), "a.csv", table("ri1,x,ri-early"));
        assertThat(stranger.json().path("violations").get(0).path("code").asText())
                .isEqualTo("person");
    }

    private String violation(byte[] content) {
        var refused = manager.upload(IMPORT, Map.of(), "a.csv", content);
        assertThat(refused.status()).isEqualTo(422);
        return refused.json().path("violations").get(0).path("code").asText();
    }

    private Http.Answer take(String query, byte[] table) {
        return manager.upload(IMPORT + query, Map.of(), "rota.csv", table);
    }

    private byte[] table(String... lines) {
        return ("agentId,name," + day + "," + day.plusDays(1) + "\n" + String.join("\n", lines) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String export(String format) {
        return "/api/v1/rota/export?from=" + day + "&to=" + day.plusDays(1) + "&format=" + format;
    }

    private UUID type(String code) {
        return scope.call(
                ACME,
                () -> types.all().stream()
                        .filter(type -> type.code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    private int planned(String agent) {
        return scope.call(ACME, () -> rota.assignments(agent, day, day.plusDays(1))).stream()
                .filter(row -> row.shiftTypeId() != null)
                .toList()
                .size();
    }
}
