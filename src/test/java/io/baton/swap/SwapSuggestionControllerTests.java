package io.baton.swap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Suggestions over HTTP, with real tokens: what is suggested can be proposed as it is, and what is not, is not by the rules. */
@BatonTest
class SwapSuggestionControllerTests {

    private static final String[] PEOPLE = {"kf003", "kf004", "kf005", "kf006", "kf007", "kf008"};

    @Autowired
    private SwapWishes wishes;

    @Autowired
    private AssignmentLocks locks;

    @Autowired
    private Agents agents;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private SwapWorld world;
    private LocalDate monday = LocalDate.EPOCH;

    @BeforeEach
    void begin(@Autowired TenantScope scope, @Autowired Rota rota, @Autowired ShiftTypes types) {
        world = new SwapWorld(scope, rota, types, agents);
        monday = SwapWorld.freeWeek();
        world.as(SwapWorld.admin(), () -> {
            for (var id : PEOPLE) {
                agents.save(new Agent(id, "客服 " + id, "ticketing", Set.of(), 3, false, 5, false));
            }
            agents.save(new Agent("kf013", "客服 kf013", "aftersales", Set.of(), 3, false, 5, false));
            transaction.executeWithoutResult(
                    status -> jdbc.sql("delete from swap_wish").update());
            return true;
        });
    }

    @Test
    void suggestsASwapOfTwoThatIsProposedWithOneClick() {
        var friday = works(0, 4);
        var tuesday = works(1, 1);
        wish(tuesday, monday.plusDays(4));

        var answer = suggest("kf003", friday, tuesday.day());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("searched").asInt()).isEqualTo(1);
        var found = answer.json().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("people").asInt()).isEqualTo(2);
        assertThat(found.get(0).path("points").decimalValue()).isPositive();
        assertThat(found.get(0).path("parts").findValuesAsText("name"))
                .containsExactlyInAnyOrder("people", "fairness", "hours", "change");
        assertThat(found.get(0).path("items").findValuesAsText("confirmation")).containsOnly("OPEN");
        assertThat(givers(found.get(0))).containsExactly("kf003", "kf004");
        assertThat(found.get(0)
                        .path("items")
                        .get(0)
                        .path("takes")
                        .path("assignmentId")
                        .asText())
                .isEqualTo(tuesday.id().toString());

        assertThat(Http.as("kf003")
                        .post("/api/v1/swaps", Map.of("items", proposal(found.get(0))))
                        .status())
                .isEqualTo(201);

        assertThat(suggest("kf003", friday, tuesday.day()).code()).isEqualTo("shift_locked");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void goesRoundAmongMore(int people) {
        var shifts = IntStream.range(0, people).mapToObj(i -> works(i, i)).toList();
        for (int i = 1; i < people; i++) {
            wish(shifts.get(i), shifts.get((i + 1) % people).day());
        }

        var found = suggest("kf003", shifts.get(0), shifts.get(1).day()).json().path("items");

        assertThat(found).hasSize(1);
        assertThat(givers(found.get(0))).isEqualTo(List.of(PEOPLE).subList(0, people));
        var check = Http.as("kf003").post("/api/v1/swaps:check", Map.of("items", proposal(found.get(0))));
        assertThat(check.json().path("feasible").asBoolean()).isTrue();
    }

    @Test
    void doesNotGoRoundAmongSix() {
        var shifts = IntStream.range(0, 6).mapToObj(i -> works(i, i)).toList();
        for (int i = 1; i < 6; i++) {
            wish(shifts.get(i), shifts.get((i + 1) % 6).day());
        }

        assertThat(suggest("kf003", shifts.get(0), shifts.get(1).day()).json().path("items"))
                .isEmpty();
    }

    @Test
    void ranksFewerPeopleFirstAndThenThoseWhoSwappedLeast() {
        var asker = works(0, 4);
        var often = works(1, 1);
        var never = works(4, 1);
        var detour = works(3, 1);
        var back = works(5, 2);
        wish(often, asker.day());
        wish(never, asker.day());
        wish(detour, back.day());
        wish(back, asker.day());
        for (int day = 20; day < 25; day++) {
            executedSwap("kf004", monday.plusDays(day));
        }

        var found = suggest("kf003", asker, often.day()).json().path("items");

        assertThat(Stream.of(0, 1, 2).map(i -> givers(found.get(i))))
                .containsExactly(
                        List.of("kf003", "kf007"), List.of("kf003", "kf004"), List.of("kf003", "kf006", "kf008"));
        assertThat(found).hasSize(3);
        var points = Stream.of(0, 1, 2)
                .map(i -> found.get(i).path("points").asDouble())
                .toList();
        assertThat(points).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void usesTheStandingWishUnlessToldOtherwise() {
        var asker = works(0, 4);
        var wanted = works(1, 1);
        var other = works(2, 2);
        wish(asker, wanted.day());
        wish(wanted, asker.day());
        wish(other, asker.day());
        var path = "/api/v1/swaps/suggestions?gives=" + asker.id();

        assertThat(Http.as("kf003").get(path).json().path("items").findValuesAsText("people"))
                .hasSize(1);
        var told = Http.as("kf003")
                .get(path + "&from=%s&to=%s".formatted(monday, monday.plusDays(6)))
                .json();
        assertThat(told.path("items")).hasSize(2);
        var byType = Http.as("kf003")
                .get(path
                        + "&from=%s&to=%s&shiftTypeId=%s&shiftTypeId=%s"
                                .formatted(monday, monday.plusDays(6), type("sw-late"), type("sw-night")))
                .json();
        assertThat(byType.path("items")).isEmpty();
        assertThat(byType.path("searched").asInt()).isEqualTo(2);
    }

    @Test
    void looksAtTwoWeeksWhenNothingIsSaid() {
        var today = LocalDate.now(SwapWorld.ZONE);
        var asker = world.works("kf003", today.plusDays(9), "sw-late");
        var soon = world.works("kf004", today.plusDays(12), "sw-late");
        var late = world.works("kf005", today.plusDays(16), "sw-late");
        wish(soon, asker.day());
        wish(late, asker.day());

        var found = Http.as("kf003").get("/api/v1/swaps/suggestions?gives=" + asker.id());

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().path("items").findValuesAsText("assignmentId"))
                .doesNotContain(late.id().toString());
    }

    @Test
    void leavesOutWhatTheRulesRefuse() {
        var asker = works(0, 4);
        var noRest = works(1, 1);
        world.works("kf004", monday.plusDays(3), "sw-night");
        var held = works(2, 1);
        locks(held);
        var elsewhere = world.works("kf013", monday.plusDays(1), "sw-early");
        Stream.of(noRest, held).forEach(shift -> wish(shift, asker.day()));
        world.as(
                SwapWorld.actor("kf013", "aftersales", Role.CUSTOMER_SERVICE),
                () -> wishes.add(form(elsewhere, asker.day())));

        var found = suggest("kf003", asker, noRest.day());

        assertThat(found.json().path("items")).isEmpty();
        assertThat(found.json().path("searched").asInt()).isEqualTo(1);
    }

    @Test
    void isForTheOwnerAndWhoeverLeads() {
        var asker = works(0, 4);
        var path = "/api/v1/swaps/suggestions?gives=" + asker.id();

        for (var reader : List.of("kf003", "ticketing.manager", "acme.admin")) {
            assertThat(Http.as(reader).get(path).status()).as(reader).isEqualTo(200);
        }
        for (var reader : List.of("kf004", "aftersales.manager", "acme.auditor", "acme.designer")) {
            assertThat(Http.as(reader).get(path).status()).as(reader).isEqualTo(403);
        }
        for (var stranger : List.of("gx001", "globex.admin")) {
            assertThat(Http.as(stranger).get(path).status()).as(stranger).isEqualTo(404);
        }
    }

    @Test
    void refusesWhatItCannotSearchFor() {
        var asker = works(0, 4);
        var path = "/api/v1/swaps/suggestions?gives=" + asker.id();
        var begun = world.works("kf003", LocalDate.now(SwapWorld.ZONE).minusDays(4), "sw-early");

        assertThat(Http.as("kf003").get("/api/v1/swaps/suggestions").status()).isIn(400, 422);
        assertThat(Http.as("kf003").get("/api/v1/swaps/suggestions?gives=x").status())
                .isIn(400, 422);
        assertThat(Http.as("kf003").get(path + "&from=x").status()).isIn(400, 422);
        assertThat(Http.as("kf003").get(path + "&shiftTypeId=x").status()).isIn(400, 422);
        assertThat(Http.as("kf003")
                        .get(path + "&shiftTypeId=" + UUID.randomUUID())
                        .code())
                .isEqualTo("shift_type_unknown");
        assertThat(Http.as("kf003").get(path + "&from=2030-02-01&to=2030-01-01").status())
                .isEqualTo(422);
        assertThat(Http.as("kf003").get(path + "&from=2030-02-01&to=2030-05-01").status())
                .isEqualTo(422);
        assertThat(Http.as("kf003").get(path + "&to=2020-01-01").status()).isEqualTo(422);
        assertThat(Http.as("kf003")
                        .get("/api/v1/swaps/suggestions?gives=" + UUID.randomUUID())
                        .code())
                .isEqualTo("assignment_unknown");
        assertThat(Http.as("kf003")
                        .get("/api/v1/swaps/suggestions?gives=" + begun.id())
                        .code())
                .isEqualTo("swap_wish_begun");
    }

    private Assignment works(int person, int day) {
        return world.works(PEOPLE[person], monday.plusDays(day), "sw-early");
    }

    private UUID type(String code) {
        return world.as(SwapWorld.admin(), () -> world.shiftType(code));
    }

    private static SwapWishForm form(Assignment gives, LocalDate takes) {
        return new SwapWishForm(gives.id(), new SwapWish.Takes(Set.of(), takes, takes), null);
    }

    private void wish(Assignment gives, LocalDate takes) {
        world.as(
                SwapWorld.actor(gives.agentId(), "ticketing", Role.CUSTOMER_SERVICE),
                () -> wishes.add(form(gives, takes)));
    }

    private void locks(Assignment shift) {
        world.as(
                SwapWorld.admin(),
                () -> locks.hold(List.of(new AssignmentLocks.Lock(shift.id(), "leave", Ids.next(), "L-7"))));
    }

    /** A swap that this person had lately. */
    private void executedSwap(String agent, LocalDate day) {
        var given = world.works(agent, day, "sw-early");
        world.as(SwapWorld.admin(), () -> {
            transaction.executeWithoutResult(status -> {
                var id = Ids.next();
                jdbc.sql("""
                                insert into swap (id, number, proposed_by, proposed_by_name, proposed_at, state, escalated,
                                    findings, rules, confirm_until, settle_until, settled_by, settled_by_name, settled_at,
                                    version)
                                values (:id, :id::text, 'kf005', 'x', now(), 'EXECUTED', false, '[]', '', now(), now(), 'x',
                                    'x', now(), 1)
                                """).param("id", id).update();
                jdbc.sql("""
                                insert into swap_item (swap_id, step, agent_id, agent_name, department, gives, takes,
                                    confirmation)
                                values (:id, 1, :agent, 'x', 'ticketing', :gives, :gives, 'OPEN')
                                """)
                        .param("id", id)
                        .param("agent", agent)
                        .param("gives", given.id())
                        .update();
            });
            return true;
        });
    }

    private static Answer suggest(String reader, Assignment gives, LocalDate takes) {
        return Http.as(reader)
                .get("/api/v1/swaps/suggestions?gives=%s&from=%s&to=%s".formatted(gives.id(), takes, takes));
    }

    private static List<String> givers(JsonNode suggestion) {
        var items = suggestion.path("items");
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.get(i).path("agent").path("id").asText())
                .toList();
    }

    private static List<Map<String, Object>> proposal(JsonNode suggestion) {
        var items = suggestion.path("items");
        return IntStream.range(0, items.size())
                .mapToObj(items::get)
                .map(item -> Map.<String, Object>of(
                        "agentId", item.path("agent").path("id").asText(),
                        "gives", item.path("gives").path("assignmentId").asText(),
                        "takes", item.path("takes").path("assignmentId").asText()))
                .toList();
    }
}
