package io.baton.swap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Swaps over HTTP, with real tokens of people of three departments. */
@BatonTest
class ChainSwapControllerTests {

    private static final String[] PEOPLE = {"kf005", "kf006", "kf013", "kf021"};
    private static final String[] DEPARTMENTS = {"ticketing", "ticketing", "aftersales", "vip"};

    private SwapWorld world;
    private LocalDate monday = LocalDate.EPOCH;

    @BeforeEach
    void begin(
            @Autowired TenantScope scope, @Autowired Rota rota, @Autowired ShiftTypes types, @Autowired Agents agents) {
        world = new SwapWorld(scope, rota, types, agents);
        monday = SwapWorld.freeWeek();
        world.as(SwapWorld.admin(), () -> {
            for (int i = 0; i < PEOPLE.length; i++) {
                agents.save(new Agent(PEOPLE[i], "客服 " + PEOPLE[i], DEPARTMENTS[i], Set.of(), 3, false, 5, false));
            }
            return true;
        });
    }

    @Test
    void takesThreePeopleFromTheCheckToTheNewRota() {
        var a = works(0, 0);
        var b = works(1, 1);
        var c = works(2, 2);
        var items = items(a, b, c);

        var check = Http.as("kf005").post("/api/v1/swaps:check", Map.of("items", items));
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.json().path("feasible").asBoolean()).isTrue();
        assertThat(check.json().path("people").findValuesAsText("monday")).contains(monday.toString());

        var proposed = Http.as("kf005").post("/api/v1/swaps", Map.of("items", items, "comment", "家里有事"));
        assertThat(proposed.status()).isEqualTo(201);
        assertThat(proposed.json().path("number").asText()).matches("S-\\d{8}-\\d{6}");
        var id = proposed.json().path("id").asText();
        assertThat(proposed.headers().firstValue("location")).contains("/api/v1/swaps/" + id);
        assertThat(state(proposed)).isEqualTo("CONFIRMING");
        assertThat(heldBy("kf005"))
                .containsExactly(proposed.json().path("number").asText());
        assertThat(waiting("kf006")).contains(id);
        assertThat(waiting("kf005")).doesNotContain(id);

        var again = Http.as("aftersales.manager").get("/api/v1/swaps/" + id + "/check");
        assertThat(again.json().path("feasible").asBoolean()).as(again.text()).isTrue();
        assertThat(again.json().path("coverage").findValuesAsText("department")).contains("aftersales");
        confirm("kf006", id, true);
        assertThat(state(confirm("kf013", id, true))).isEqualTo("APPROVING");
        assertThat(waiting("ticketing.manager")).contains(id);
        assertThat(decide("ticketing.manager", id, true, null)
                        .json()
                        .path("approvals")
                        .findValuesAsText("state"))
                .containsExactly("OPEN", "APPROVED");
        var done = decide("aftersales.manager", id, true, "好");

        assertThat(state(done)).isEqualTo("EXECUTED");
        assertThat(shiftsOf("kf005")).containsExactly(b.during().start().toString());
        assertThat(shiftsOf("kf006")).containsExactly(c.during().start().toString());
        assertThat(shiftsOf("kf013")).containsExactly(a.during().start().toString());
        assertThat(Http.as("acme.auditor")
                        .get("/api/v1/audit/swap/" + id)
                        .json()
                        .findValuesAsText("what"))
                .contains("SwapProposed", "SwapConfirmed", "SwapApproved", "ShiftSwapped", "SwapExecuted");
        assertThat(Http.as("kf013").get("/api/v1/audit/swap/" + id).status()).isEqualTo(200);
    }

    @Test
    void saysWhatEachLinkMeansWhileTheChainIsOpen() {
        var a = works(0, 0);
        var b = works(1, 0);
        world.works("kf005", monday.plusDays(1), "sw-early");
        var other = world.works("kf006", monday.plusDays(1), "sw-early");

        var open = Http.as("kf005")
                .in("zh-CN")
                .post(
                        "/api/v1/swaps:check",
                        Map.of("items", List.of(item("kf005", a.id(), other.id()), item("kf006", other.id(), null))));

        assertThat(open.json().path("closed").asBoolean()).isFalse();
        assertThat(open.json().path("feasible").asBoolean()).isFalse();
        var findings = open.json().path("findings");
        assertThat(findings.findValuesAsText("code")).contains("chain_open", "already_assigned");
        assertThat(findings.findValuesAsText("message")).allMatch(text -> text.matches("(?s).*\\p{IsHan}.*"));
        var taken = Stream.iterate(0, i -> i < findings.size(), i -> i + 1)
                .map(findings::get)
                .filter(finding -> finding.path("code").asText().equals("already_assigned"))
                .toList();
        assertThat(taken.getFirst().path("step").asInt()).isEqualTo(1);
        assertThat(open.json().path("items").get(1).path("takes").isNull()
                        || open.json().path("items").get(1).path("takes").isMissingNode())
                .isTrue();
        assertThat(b.agentId()).isEqualTo("kf006");
    }

    @Test
    void showsWhoseShiftsCouldBeTakenAndWhichAreHeld() {
        var a = works(0, 0);
        var free = works(1, 3);
        var held = world.works("kf006", monday.plusDays(5), "sw-early");
        var partner = world.works("kf005", monday.plusDays(6), "sw-early");
        var number = Http.as("kf005")
                .post("/api/v1/swaps", Map.of("items", items(partner, held)))
                .json()
                .path("number")
                .asText();

        var page = Http.as("kf005")
                .get("/api/v1/swaps/candidates?gives=%s&from=%s&to=%s&limit=200"
                        .formatted(a.id(), monday, monday.plusDays(6)))
                .json();

        var offers = new HashMap<String, JsonNode>();
        page.path("items")
                .findValues("shifts")
                .forEach(shifts -> shifts.forEach(
                        shift -> offers.put(shift.path("assignmentId").asText(), shift)));
        var open = Objects.requireNonNull(offers.get(free.id().toString()));
        assertThat(open.path("takeable").asBoolean()).isTrue();
        assertThat(open.path("direct").asBoolean()).isTrue();
        var locked = Objects.requireNonNull(offers.get(held.id().toString()));
        assertThat(locked.path("takeable").asBoolean()).isFalse();
        assertThat(locked.path("heldBy").asText()).isEqualTo(number);
        assertThat(offers).doesNotContainKey(a.id().toString());
        var short1 = Http.as("kf005").get("/api/v1/swaps/candidates?gives=" + a.id() + "&limit=1");
        assertThat(short1.json().path("items")).hasSize(1);
        assertThat(short1.json().path("next").asText()).isNotBlank();
    }

    @Test
    void keepsARefusedOneAndSaysWhyInTheLanguageOfTheCaller() {
        var a = works(0, 0);
        var b = works(1, 1);
        world.works("kf006", monday, "sw-night");

        var refused = Http.as("kf005").post("/api/v1/swaps", Map.of("items", items(a, b)));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("swap_refused");
        assertThat(refused.json().path("conflicts").findValuesAsText("code")).contains("rest_too_short");
        var id = refused.json().path("id").asText();
        assertThat(state(Http.as("kf005").get("/api/v1/swaps/" + id))).isEqualTo("REFUSED");
    }

    static Stream<Arguments> badBodies() {
        var id = UUID.randomUUID();
        return Stream.of(
                Arguments.of(Map.of(), 422),
                Arguments.of(Map.of("items", List.of()), 422),
                Arguments.of(Map.of("items", List.of(item("kf005", id, id))), 422),
                Arguments.of(Map.of("items", List.of(item("kf005", id, null), item("kf006", id, id))), 422),
                Arguments.of(Map.of("items", "all"), 400),
                Arguments.of(
                        Map.of(
                                "items",
                                IntStream.range(0, 9)
                                        .mapToObj(i -> item("kf00" + i, UUID.randomUUID(), id))
                                        .toList()),
                        422),
                Arguments.of(
                        Map.of(
                                "items",
                                List.of(item("kf005", id, id), item("kf006", id, id)),
                                "comment",
                                "x".repeat(501)),
                        422),
                Arguments.of(Map.of("items", List.of(item("kf005", id, id), item("nobody", id, id))), 404),
                Arguments.of(Map.of("items", List.of(item("kf005", id, id), item("kf006", id, id))), 404),
                Arguments.of(Map.of("items", List.of(item("kf006", id, id), item("kf013", id, id))), 403));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void refusesWhatCannotBeAProposal(Map<String, Object> body, int status) {
        var answer = Http.as("kf005").post("/api/v1/swaps", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isNotBlank();
    }

    @Test
    void refusesChainsThatAreNone() {
        var a = works(0, 0);
        var b = works(1, 1);
        var c = works(2, 2);
        var d = works(3, 3);

        assertThat(codes(item("kf005", a.id(), b.id()), item("kf006", b.id(), c.id())))
                .contains("chain_open");
        assertThat(codes(
                        item("kf005", a.id(), b.id()),
                        item("kf006", b.id(), a.id()),
                        item("kf013", c.id(), d.id()),
                        item("kf021", d.id(), c.id())))
                .contains("chain_open");
        assertThat(codes(item("kf005", a.id(), a.id()), item("kf006", b.id(), b.id())))
                .contains("chain_open");
        assertThat(codes(item("kf005", a.id(), b.id()), item("kf006", a.id(), b.id())))
                .contains("given_twice", "not_own_shift");
        assertThat(codes(item("kf005", b.id(), c.id()), item("kf013", c.id(), b.id())))
                .contains("not_own_shift");
        assertThat(codes(item("kf005", a.id(), b.id()), item("kf005", b.id(), a.id())))
                .contains("person_twice");
    }

    @Test
    void isNobodysBusinessElsewhere() {
        var a = works(0, 0);
        var b = works(1, 1);
        var id = Http.as("kf005")
                .post("/api/v1/swaps", Map.of("items", items(a, b)))
                .json()
                .path("id")
                .asText();

        for (var stranger : List.of("kf013", "aftersales.manager")) {
            assertThat(Http.as(stranger).get("/api/v1/swaps/" + id).status()).isEqualTo(403);
            assertThat(confirm(stranger, id, true).status()).isEqualTo(403);
            assertThat(decide(stranger, id, true, null).status()).isEqualTo(403);
        }
        for (var stranger : List.of("globex.admin", "gx001")) {
            assertThat(Http.as(stranger).get("/api/v1/swaps/" + id).status()).isEqualTo(404);
            assertThat(Http.as(stranger)
                            .get("/api/v1/swaps/candidates?gives=" + a.id())
                            .status())
                    .isEqualTo(404);
            assertThat(Http.as(stranger).get("/api/v1/swaps").text()).doesNotContain(id);
        }
        var foreign = Http.as("gx001")
                .post(
                        "/api/v1/swaps",
                        Map.of("items", List.of(item("gx001", a.id(), b.id()), item("gx002", b.id(), a.id()))));
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(Http.as("acme.auditor").get("/api/v1/swaps?limit=200").text())
                .contains(id);
        assertThat(confirm("acme.auditor", id, true).status()).isEqualTo(403);
        assertThat(decide("acme.auditor", id, true, null).status()).isEqualTo(403);
    }

    @Test
    void findsSimilarSwapsForWhoeverDecides() {
        var first = Http.as("kf005")
                .post("/api/v1/swaps", Map.of("items", items(works(0, 0), works(1, 1))))
                .json()
                .path("id")
                .asText();
        confirm("kf006", first, false);
        var second = Http.as("kf005")
                .post(
                        "/api/v1/swaps",
                        Map.of(
                                "items",
                                items(
                                        world.works("kf005", monday.plusDays(14), "sw-early"),
                                        world.works("kf006", monday.plusDays(15), "sw-early"))))
                .json()
                .path("id")
                .asText();

        var similar = Http.as("ticketing.manager").get("/api/v1/swaps/" + second + "/similar");

        assertThat(similar.json().path("items").findValuesAsText("id"))
                .contains(first)
                .doesNotContain(second);
    }

    private Assignment works(int person, int day) {
        return world.works(PEOPLE[person], monday.plusDays(day), "sw-early");
    }

    private static Map<String, Object> item(String agent, UUID gives, @Nullable UUID takes) {
        var item = new HashMap<String, Object>();
        item.put("agentId", agent);
        item.put("gives", gives);
        item.put("takes", takes);
        return item;
    }

    private static List<Map<String, Object>> items(Assignment... shifts) {
        var items = new ArrayList<Map<String, Object>>();
        SwapWorld.parts(shifts).forEach(part -> items.add(item(part.agentId(), part.gives(), part.takes())));
        return items;
    }

    @SafeVarargs
    private static List<String> codes(Map<String, Object>... items) {
        var answer = Http.as("kf005").post("/api/v1/swaps", Map.of("items", List.of(items)));
        assertThat(answer.code()).as(answer.text()).isEqualTo("swap_refused");
        return answer.json().path("conflicts").findValuesAsText("code");
    }

    private static Answer confirm(String by, String id, boolean agreed) {
        return Http.as(by).post("/api/v1/swaps/" + id + "/confirmation", Map.of("agreed", agreed));
    }

    private static Answer decide(String by, String id, boolean approved, @Nullable String comment) {
        var body = new HashMap<String, Object>();
        body.put("approved", approved);
        body.put("comment", comment);
        return Http.as(by).post("/api/v1/swaps/" + id + "/decision", body);
    }

    private static List<String> waiting(String person) {
        return Http.as(person)
                .get("/api/v1/swaps?waiting=true&limit=200")
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private List<String> shiftsOf(String agent) {
        return world.rota(agent, monday, monday.plusDays(6)).stream()
                .map(row -> row.during().start().toString())
                .toList();
    }

    private List<String> heldBy(String agent) {
        return Http.as(agent)
                .get("/api/v1/rota?from=%s&to=%s&agent=%s".formatted(monday, monday.plusDays(6), agent))
                .json()
                .path("assignments")
                .findValuesAsText("heldBy");
    }

    private static String state(Answer answer) {
        return answer.json().path("state").asText();
    }
}
