package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.Tokens;
import io.baton.development.CurrentBaton;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agents;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Leave over HTTP, with real tokens. */
@BatonTest
class LeaveControllerTests {

    private static final byte[] PDF = "%PDF-1.7 a certificate".getBytes(StandardCharsets.UTF_8);

    private LeaveWorld world;

    @BeforeEach
    void begin(
            @Autowired TenantScope scope, @Autowired Rota rota, @Autowired ShiftTypes types, @Autowired Agents agents) {
        world = new LeaveWorld(scope, rota, types, agents);
    }

    @Test
    void asksForLeaveAndHasItApproved() {
        var day = LeaveWorld.freeDay();
        world.works("kf001", day, "early");

        var asked = ask("kf001", wish(day));
        var id = asked.json().get("id").asText();
        var decided = decide("ticketing.manager", id, true, "好的");

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.headers().firstValue("location")).contains("/api/v1/leaves/" + id);
        assertThat(asked.json().get("number").asText()).matches("L-\\d{8}-\\d{6}");
        assertThat(asked.json().get("state").asText()).isEqualTo("PENDING");
        assertThat(asked.json().get("days").decimalValue()).isEqualByComparingTo("1");
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.json().get("state").asText()).isEqualTo("APPROVED");
        assertThat(decided.json().get("decidedBy").asText()).isEqualTo("ticketing.manager");
        var rota = Http.as("kf001").get("/api/v1/rota?from=%s&to=%s&agent=KF001".formatted(day, day));
        assertThat(rota.json().get("assignments").findValuesAsText("status")).containsExactly("LEAVE");
        assertThat(rota.json().get("assignments").findValuesAsText("leaveId")).containsExactly(id);
    }

    @Test
    void tellsTheTrailOfIt() {
        var id = ask("kf001", wish(LeaveWorld.freeDay())).json().get("id").asText();
        decide("ticketing.manager", id, false, "人手不足");

        var trail = Http.as("acme.auditor").get("/api/v1/audit/leave/" + id).json();

        assertThat(trail.findValuesAsText("what")).containsExactly("LeaveRequested", "LeaveAdmitted", "LeaveRejected");
        assertThat(trail.findValuesAsText("actor")).endsWith("ticketing.manager");
        assertThat(trail.findValuesAsText("comment")).contains("人手不足");
    }

    @Test
    void refusesWithReasonsInTheLanguageOfTheCaller() {
        var yesterday = LocalDate.now(LeaveWorld.ZONE).minusDays(1);

        var english = ask("kf001", wish(yesterday));
        var chinese = Http.as("kf001").in("zh-CN").post("/api/v1/leaves", wish(yesterday));

        assertThat(english.status()).isEqualTo(409);
        assertThat(english.code()).isEqualTo("leave_refused");
        assertThat(english.json().get("conflicts").findValuesAsText("code")).contains("leave_in_past");
        assertThat(english.json().get("conflicts").findValuesAsText("message").getFirst())
                .matches("[ -~]+");
        assertThat(chinese.json().get("conflicts").findValuesAsText("message").getFirst())
                .contains("请假");
        var kept = Http.as("kf001")
                .get("/api/v1/leaves/" + english.json().get("id").asText());
        assertThat(kept.json().get("outcome").asText()).isEqualTo("RefusedByRule");
    }

    @Test
    void refusesASecondLeaveAtTheSameTime() {
        var day = LeaveWorld.freeDay();
        ask("kf002", wish(day));

        var second = ask("kf002", wish(day));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("conflicts").findValuesAsText("code")).containsExactly("leave_overlap");
    }

    @Test
    void checksWithoutAsking() {
        var day = LeaveWorld.freeDay();
        world.works("kf003", day, "night");
        var body = wish(day);
        body.put("type", "ANNUAL");

        var answer = Http.as("kf003").post("/api/v1/leaves:check", body).json();

        assertThat(answer.get("allowed").asBoolean()).isTrue();
        assertThat(answer.get("findings").findValuesAsText("code")).contains("night_taken_whole");
        assertThat(answer.get("shifts")).hasSize(1);
        assertThat(answer.get("balance").get("unit").asText()).isEqualTo("days");
        assertThat(Http.as("kf003")
                        .get("/api/v1/leaves?from=%s&to=%s".formatted(day, day))
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void refusesBadInputFieldByField() {
        for (var wrong : List.of(
                Map.<String, Object>of("type", "HOLIDAY"),
                Map.<String, Object>of("startDate", "tomorrow"),
                Map.<String, Object>of("startPeriod", "NIGHT"),
                Map.<String, Object>of("endDate", "2000-01-01"),
                Map.<String, Object>of("endDate", LocalDate.now().plusYears(2).toString()),
                Map.<String, Object>of("reason", " "),
                Map.<String, Object>of("reason", "x".repeat(501)),
                Map.<String, Object>of("attachments", List.of("x")),
                Map.<String, Object>of("attachments", List.of(UUID.randomUUID())))) {
            var body = wish(LeaveWorld.freeDay());
            body.putAll(wrong);
            var answer = ask("kf001", body);
            assertThat(answer.status()).as(wrong.toString()).isIn(400, 422);
            assertThat(answer.code()).isNotEmpty();
        }
        assertThat(ask("kf001", "{").status()).isEqualTo(400);
        assertThat(ask("kf001", "[]").status()).isEqualTo(400);
        assertThat(ask("kf001", Map.of()).json().get("violations")).hasSize(6);
    }

    @Test
    void keepsPeopleOutOfWhatIsNotTheirs() {
        var id = ask("kf001", wish(LeaveWorld.freeDay())).json().get("id").asText();
        var path = "/api/v1/leaves/" + id;

        assertThat(Http.as("kf002").get(path).status()).isEqualTo(403);
        assertThat(Http.as("vip.manager").get(path).status()).isEqualTo(403);
        assertThat(Http.as("acme.auditor").get(path).status()).isEqualTo(403);
        assertThat(Http.as("acme.designer").get("/api/v1/leaves").status()).isEqualTo(403);
        assertThat(Http.as("globex.admin").get(path).status()).isEqualTo(404);
        assertThat(Http.anonymous().get(path).status()).isEqualTo(401);
        assertThat(Http.as("kf001").get("/api/v1/leaves/not-an-id").status()).isEqualTo(404);
        assertThat(Http.as("kf001").get("/api/v1/leaves?agent=kf002").status()).isEqualTo(403);
        assertThat(Http.as("ticketing.manager")
                        .get("/api/v1/leaves?department=vip")
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("ticketing.manager").get(path).status()).isEqualTo(200);
        assertThat(Http.as("acme.admin").get(path).status()).isEqualTo(200);
    }

    @Test
    void letsNobodyButApproversDecide() {
        var id = ask("kf001", wish(LeaveWorld.freeDay())).json().get("id").asText();

        assertThat(decide("kf001", id, true, null).code()).isEqualTo("leave_own_request");
        assertThat(decide("kf002", id, true, null).status()).isEqualTo(403);
        assertThat(decide("vip.manager", id, true, null).status()).isEqualTo(403);
        assertThat(decide("globex.manager", id, true, null).status()).isEqualTo(404);
        assertThat(decide("ticketing.manager", id, false, null).status()).isEqualTo(422);
        assertThat(decide("acme.admin", id, true, null).status()).isEqualTo(200);
    }

    @Test
    void answersADoubleClickAlikeAndALateDecisionWithAConflict() {
        var id = ask("kf004", wish(LeaveWorld.freeDay())).json().get("id").asText();

        assertThat(decide("ticketing.manager", id, true, null).status()).isEqualTo(200);
        assertThat(decide("ticketing.manager", id, true, null).status()).isEqualTo(200);
        assertThat(decide("ticketing.manager", id, false, "changed my mind").code())
                .isEqualTo("leave_decided");
        assertThat(withdraw("kf004", id).json().get("outcome").asText()).isEqualTo("Withdrawn");
        assertThat(withdraw("kf004", id).status()).isEqualTo(200);
        assertThat(decide("ticketing.manager", id, true, null).code()).isEqualTo("leave_decided");
    }

    @Test
    void letsOneOfManyAtOnceDecide() throws Exception {
        var id = ask("kf005", wish(LeaveWorld.freeDay())).json().get("id").asText();

        var answers = atOnce(List.of(
                () -> decide("ticketing.manager", id, true, null),
                () -> decide("acme.admin", id, false, "no"),
                () -> withdraw("kf005", id),
                () -> decide("ticketing.manager", id, false, "no")));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
        assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        var trail = Http.as("acme.auditor").get("/api/v1/audit/leave/" + id).json();
        assertThat(trail.findValuesAsText("after").stream().filter("REJECTED"::equals))
                .hasSizeLessThan(2);
        assertThat(trail.findValuesAsText("what").stream().filter("LeaveApproved"::equals))
                .hasSizeLessThan(2);
    }

    @Test
    void admitsOneOfManyEqualRequestsAtOnce() throws Exception {
        var day = LeaveWorld.freeDay();

        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(i -> () -> ask("kf006", wish(day)))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("leave_refused"));
    }

    @Test
    void keepsEnoughPeopleWhenManyAreApprovedAtOnce() throws Exception {
        var day = LeaveWorld.freeDay();
        var ids = IntStream.rangeClosed(9, 12)
                .mapToObj(i ->
                        ask("kf%03d".formatted(i), wish(day)).json().get("id").asText())
                .toList();

        var answers = atOnce(ids.stream()
                .<Callable<Answer>>map(id -> () -> decide("aftersales.manager", id, true, null))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("leave_held_back"));
    }

    @Test
    void listsOwnLeavePageByPage() {
        var first = ask("kf007", wish(LeaveWorld.freeDay())).json().get("id").asText();
        var second = ask("kf007", wish(LeaveWorld.freeDay())).json().get("id").asText();

        var listed = Http.as("kf007").get("/api/v1/leaves?limit=1&state=PENDING");
        assertThat(listed.status()).as(listed.text()).isEqualTo(200);
        var page = listed.json();
        var next = Http.as("kf007")
                .get("/api/v1/leaves?limit=1&cursor=" + page.get("next").asText())
                .json();

        assertThat(page.get("items").findValuesAsText("number")).hasSize(1);
        assertThat(page.get("items").get(0).get("id").asText()).isEqualTo(second);
        assertThat(next.get("items").get(0).get("id").asText()).isEqualTo(first);
        assertThat(Http.as("kf007").get("/api/v1/leaves?limit=201").status()).isEqualTo(422);
    }

    @Test
    void reservesAndTakesFromTheBalance() {
        var day = LeaveWorld.freeDay();
        var body = wish(day);
        body.put("type", "ANNUAL");
        var before = annual("kf008", day);

        var id = ask("kf008", body).json().get("id").asText();
        assertThat(annual("kf008", day).get("reserved").decimalValue()).isEqualByComparingTo("1");
        decide("ticketing.manager", id, true, null);

        var after = annual("kf008", day);
        assertThat(after.get("reserved").decimalValue()).isEqualByComparingTo("0");
        assertThat(after.get("remaining").decimalValue())
                .isEqualByComparingTo(before.get("remaining").decimalValue().subtract(BigDecimal.ONE));
        assertThat(Http.as("kf008").get("/api/v1/leaves/balances?year=1999").status())
                .isEqualTo(422);
    }

    @Test
    void takesACertificateAndGivesItToWhoeverDecides() throws IOException {
        var day = LeaveWorld.freeDay();
        var body = wish(day);
        body.put("type", "SICK");
        assertThat(ask("kf003", body).json().get("conflicts").findValuesAsText("code"))
                .contains("attachment_needed");

        var stored = upload("kf003", "证明.pdf", PDF);
        assertThat(stored.statusCode()).isEqualTo(201);
        var file = new ObjectMapper().readTree(stored.body());
        body.put("attachments", List.of(file.get("id").asText()));
        var id = ask("kf003", body).json().get("id").asText();

        var path = "/api/v1/leaves/" + id + "/attachments/" + file.get("id").asText();
        assertThat(Http.as("ticketing.manager").get(path).text()).startsWith("%PDF-1.7");
        assertThat(Http.as("ticketing.manager")
                        .get(path)
                        .headers()
                        .firstValue("content-disposition")
                        .orElseThrow())
                .startsWith("attachment");
        assertThat(Http.as("kf002").get(path).status()).isEqualTo(403);
        assertThat(Http.as("globex.admin").get(path).status()).isEqualTo(404);
        body.put("startDate", LeaveWorld.freeDay().toString());
        body.put("endDate", body.get("startDate"));
        assertThat(ask("kf003", body).status()).isEqualTo(422);
    }

    @Test
    void refusesFilesThatAreNotWhatTheySay() throws IOException {
        assertThat(upload("kf003", "page.pdf", "<html>".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
        assertThat(upload("kf003", "empty.pdf", new byte[0]).statusCode()).isEqualTo(422);
        assertThat(upload("kf003", "huge.pdf", Arrays.copyOf(PDF, 5 * 1024 * 1024 + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(upload("acme.auditor", "a.pdf", PDF).statusCode()).isEqualTo(403);
    }

    @Test
    void showsThePlanToWhomItConcerns() {
        var day = LeaveWorld.freeDay();
        var path = "/api/v1/rota?from=%s&to=%s".formatted(day, day);

        assertThat(Http.as("kf001").get(path).json().get("people").findValuesAsText("department"))
                .containsOnly("ticketing");
        assertThat(Http.as("acme.admin").get(path).json().get("people").findValuesAsText("department"))
                .contains("ticketing", "aftersales");
        assertThat(Http.as("kf001").get(path + "&department=vip").status()).isEqualTo(403);
        assertThat(Http.as("ticketing.manager").get(path + "&department=vip").status())
                .isEqualTo(403);
        assertThat(Http.as("acme.auditor").get(path).status()).isEqualTo(403);
        assertThat(Http.as("acme.designer").get(path).status()).isEqualTo(403);
        assertThat(Http.as("kf001")
                        .get("/api/v1/rota?from=%s&to=%s".formatted(day, day.minusDays(1)))
                        .status())
                .isEqualTo(422);
        assertThat(Http.as("kf001").get("/api/v1/rota?from=x&to=y").status()).isEqualTo(422);
        assertThat(Http.as("acme.admin")
                        .get("/api/v1/shift-types")
                        .json()
                        .get("items")
                        .findValuesAsText("code"))
                .contains("early", "night");
        assertThat(Http.as("kf001").get("/api/v1/shift-types").status()).isEqualTo(403);
    }

    private static Map<String, Object> wish(LocalDate day) {
        return new HashMap<>(Map.of(
                "type", "PERSONAL",
                "startDate", day.toString(),
                "startPeriod", "MORNING",
                "endDate", day.toString(),
                "endPeriod", "AFTERNOON",
                "reason", "搬家"));
    }

    private static Answer ask(String person, Object body) {
        return Http.as(person).post("/api/v1/leaves", body);
    }

    private static Answer decide(String person, String id, boolean approved, @Nullable String comment) {
        var body = new HashMap<String, Object>();
        body.put("approved", approved);
        body.put("comment", comment);
        return Http.as(person).post("/api/v1/leaves/" + id + "/decision", body);
    }

    private static Answer withdraw(String person, String id) {
        return Http.as(person).post("/api/v1/leaves/" + id + "/withdrawal", Map.of());
    }

    private static JsonNode annual(String person, LocalDate day) {
        return Http.as(person)
                .get("/api/v1/leaves/balances?year=" + day.getYear())
                .json()
                .get("items")
                .get(0);
    }

    @Test
    void takesNoFileFromWhoMayNotAskForLeave() throws IOException {
        for (var person : List.of("acme.auditor", "acme.designer")) {
            assertThat(upload(person, "证明.pdf", PDF).statusCode()).as(person).isEqualTo(403);
        }
    }

    private static List<Answer> atOnce(List<Callable<Answer>> work) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            return threads.invokeAll(work).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }

    private static HttpResponse<String> upload(String person, String name, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(CurrentBaton.url() + "/api/v1/leaves/attachments"))
                .header("Authorization", "Bearer " + Tokens.of(person))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
