package io.baton.swap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.AssignmentLocks;
import io.baton.rota.HalfDays;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Standing wishes over HTTP, with real tokens. */
@BatonTest
class SwapWishControllerTests {

    private static final String WISHES = "/api/v1/swaps/wishes";

    @Autowired
    private SwapWishes wishes;

    @Autowired
    private SwapWishTable table;

    @Autowired
    private Rota rota;

    @Autowired
    private AssignmentLocks locks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TenantScope scope;

    private SwapWorld world;
    private LocalDate monday = LocalDate.EPOCH;

    @BeforeEach
    void begin(@Autowired ShiftTypes types, @Autowired Agents agents) {
        world = new SwapWorld(scope, rota, types, agents);
        monday = SwapWorld.freeWeek();
        world.as(SwapWorld.admin(), () -> {
            for (var id : List.of("kf005", "kf006")) {
                agents.save(new Agent(id, "客服 " + id, "ticketing", Set.of(), 3, false, 5, false));
            }
            agents.save(new Agent("kf013", "客服 kf013", "aftersales", Set.of(), 3, false, 5, false));
            transaction.executeWithoutResult(
                    status -> jdbc.sql("delete from swap_wish").update());
            return true;
        });
    }

    @Test
    void keepsAWishUntilItIsDeleted() {
        var shift = works("kf005", 4);
        var night = world.as(SwapWorld.admin(), () -> world.shiftType("sw-night"));
        var body = wish(shift.id());
        body.put("shiftTypeIds", List.of(night));
        body.put("comment", " 周五有事 ");

        var added = Http.as("kf005").post(WISHES, body);

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        var id = added.json().path("id").asText();
        assertThat(added.json().path("agent").path("id").asText()).isEqualTo("kf005");
        assertThat(added.json().path("department").asText()).isEqualTo("ticketing");
        assertThat(added.json().path("gives").path("assignmentId").asText())
                .isEqualTo(shift.id().toString());
        assertThat(added.json().path("shiftTypes").findValuesAsText("id")).containsExactly(night.toString());
        assertThat(added.json().path("from").asText()).isEqualTo(monday.toString());
        assertThat(added.json().path("to").asText())
                .isEqualTo(monday.plusDays(6).toString());
        assertThat(added.json().path("comment").asText()).isEqualTo("周五有事");
        assertThat(listed("kf005", "")).containsExactly(id);

        assertThat(Http.as("kf005").delete(WISHES + "/" + id).status()).isEqualTo(204);

        assertThat(listed("kf005", "")).isEmpty();
        assertThat(Http.as("kf005").delete(WISHES + "/" + id).status()).isEqualTo(404);
        assertThat(Http.as("acme.auditor")
                        .get("/api/v1/audit/swap-wish/" + id)
                        .json()
                        .findValuesAsText("what"))
                .containsExactly("SwapWishAdded", "SwapWishDeleted");
    }

    @Test
    void isTheOwnersAloneAndReadByWhoeverLeads() {
        var id = add("kf005", works("kf005", 0)).json().path("id").asText();

        assertThat(listed("kf006", "")).isEmpty();
        assertThat(listed("ticketing.manager", "")).containsExactly(id);
        assertThat(listed("aftersales.manager", "")).isEmpty();
        assertThat(listed("acme.admin", "")).containsExactly(id);
        assertThat(listed("acme.admin", "?department=aftersales")).isEmpty();
        assertThat(Http.as("aftersales.manager")
                        .get(WISHES + "?department=ticketing")
                        .status())
                .isEqualTo(403);
        for (var reader : List.of("acme.auditor", "acme.designer")) {
            assertThat(Http.as(reader).get(WISHES).status()).isEqualTo(403);
        }
        for (var other : List.of("kf006", "ticketing.manager", "acme.admin")) {
            assertThat(Http.as(other).delete(WISHES + "/" + id).status()).isEqualTo(403);
        }
        assertThat(listed("kf005", "")).containsExactly(id);
    }

    @Test
    void isNotThereForAnotherCompany() {
        var shift = works("kf005", 0);
        var id = add("kf005", shift).json().path("id").asText();

        assertThat(add("gx001", shift).status()).isEqualTo(404);
        assertThat(Http.as("gx001").delete(WISHES + "/" + id).status()).isEqualTo(404);
        for (var stranger : List.of("gx001", "globex.manager", "globex.admin")) {
            assertThat(listed(stranger, "")).isEmpty();
        }
        var stranger = new Actor(new Tenant("globex"), "globex.admin", "x", null, Set.of(Role.ADMIN), Set.of());
        var seen = scope.call(
                stranger,
                () -> transaction.execute(status -> jdbc.sql("select count(*) from swap_wish")
                        .query(Integer.class)
                        .single()));
        assertThat(seen).isZero();
    }

    @Test
    void isAboutAnOwnShiftThatIsStillToCome() {
        var others = works("kf006", 0);
        var begun = world.works("kf005", LocalDate.now(SwapWorld.ZONE).minusDays(3), "sw-early");
        var away = works("kf005", 1);
        world.as(SwapWorld.admin(), () -> rota.applyLeave(Ids.next(), "kf005", HalfDays.of(monday.plusDays(1))));

        assertRefused(add("kf005", others), 403, "swap_wish_not_yours");
        assertRefused(add("kf005", begun), 409, "swap_wish_begun");
        assertRefused(add("kf005", away), 409, "assignment_gone");
        assertRefused(Http.as("kf005").post(WISHES, wish(UUID.randomUUID())), 404, "assignment_unknown");
        assertRefused(Http.as("ticketing.manager").post(WISHES, wish(others.id())), 403, "forbidden");
        var chinese = Http.as("kf005").in("zh-CN").post(WISHES, wish(others.id()));
        assertThat(chinese.json().path("detail").asText()).matches("(?s).*\\p{IsHan}.*");
    }

    static Stream<Arguments> badBodies() {
        var many = IntStream.range(0, 21).mapToObj(i -> UUID.randomUUID()).toList();
        return Stream.of(
                Arguments.of(Map.of("from", ""), 400),
                Arguments.of(Map.of("from", "tomorrow"), 400),
                Arguments.of(Map.of("to", "2020-01-01"), 422),
                Arguments.of(Map.of("from", "2020-01-01", "to", "2020-01-02"), 422),
                Arguments.of(Map.of("from", "2030-01-01", "to", "2030-03-01"), 422),
                Arguments.of(Map.of("gives", "all"), 400),
                Arguments.of(Map.of("shiftTypeIds", "night"), 400),
                Arguments.of(Map.of("shiftTypeIds", many), 422),
                Arguments.of(Map.of("shiftTypeIds", List.of(UUID.randomUUID())), 404),
                Arguments.of(Map.of("comment", "x".repeat(501)), 422));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void refusesWhatIsNoWish(Map<String, Object> wrong, int status) {
        var body = wish(works("kf005", 0).id());
        body.putAll(wrong);

        var answer = Http.as("kf005").post(WISHES, body);

        assertThat(answer.status()).as(answer.text()).isIn(status, status == 400 ? 422 : status);
        assertThat(answer.code()).isNotBlank();
        assertThat(listed("kf005", "")).isEmpty();
    }

    @Test
    void refusesBadPlacesInTheList() {
        assertThat(Http.as("kf005").get(WISHES + "?limit=0").status()).isEqualTo(422);
        assertThat(Http.as("kf005").get(WISHES + "?limit=201").status()).isEqualTo(422);
        assertThat(Http.as("kf005").get(WISHES + "?cursor=x").status()).isEqualTo(404);
        assertThat(Http.as("kf005").delete(WISHES + "/x").status()).isEqualTo(404);
        assertThat(Http.as("kf005").post(WISHES, "{").status()).isEqualTo(400);
        assertThat(Http.as("kf005").post(WISHES, Map.of()).status()).isEqualTo(422);
    }

    @Test
    void leavesOneOfManyAboutTheSameShift() throws Exception {
        var shift = works("kf005", 0);
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<Answer> adding = () -> add("kf005", shift);
            var answers =
                    pool.invokeAll(IntStream.range(0, 16).mapToObj(i -> adding).toList());

            int added = 0;
            for (var answer : answers) {
                if (answer.get().status() == 201) {
                    added++;
                } else {
                    assertRefused(answer.get(), 409, "swap_wish_exists");
                }
            }
            assertThat(added).isEqualTo(1);
        }
        assertThat(listed("kf005", "")).hasSize(1);
    }

    @Test
    void leavesAPersonFifty() {
        var owner = SwapWorld.actor("kf005", "ticketing", Role.CUSTOMER_SERVICE);
        SwapWorld.freeWeek();
        assertThat(SwapWorld.freeWeek()).isAfter(monday.plusWeeks(11));
        var shifts = IntStream.rangeClosed(0, SwapWishes.MOST)
                .mapToObj(i -> works("kf005", i / 5 * 7 + i % 5))
                .toList();
        shifts.subList(0, SwapWishes.MOST).forEach(shift -> world.as(owner, () -> wishes.add(form(shift))));

        assertRefused(add("kf005", shifts.getLast()), 409, "swap_wishes_full");

        var page = Http.as("kf005").get(WISHES + "?limit=30").json();
        var rest = Http.as("kf005")
                .get(WISHES + "?limit=30&cursor=" + page.path("next").asText())
                .json();
        assertThat(page.path("items")).hasSize(30);
        assertThat(rest.path("items")).hasSize(20);
        assertThat(rest.path("next").isNull() || rest.path("next").isMissingNode())
                .isTrue();
        Http.as("kf005")
                .delete(WISHES + "/" + rest.path("items").get(0).path("id").asText());
        assertThat(add("kf005", shifts.getLast()).status()).isEqualTo(201);
    }

    @Test
    void isNotOfferedOnceItsShiftIsGoneOrHeld() {
        var kept = works("kf005", 0);
        var left = works("kf005", 1);
        var changed = works("kf005", 2);
        var held = works("kf005", 3);
        var begun = works("kf005", 4);
        var ids = Stream.of(kept, left, changed, held, begun)
                .map(shift -> add("kf005", shift).json().path("id").asText())
                .toList();
        var request = Ids.next();
        world.as(SwapWorld.admin(), () -> {
            rota.applyLeave(Ids.next(), "kf005", HalfDays.of(monday.plusDays(1)));
            transaction.executeWithoutResult(status -> {
                jdbc.sql("update assignment set status = 'SWAPPED' where id = ?")
                        .param(changed.id())
                        .update();
                jdbc.sql("""
                                update assignment set during = tstzrange(now() - interval '1 hour', now() + interval '1 hour')
                                where id = ?
                                """).param(begun.id()).update();
            });
            return locks.hold(List.of(new AssignmentLocks.Lock(held.id(), "swap", request, "S-7")));
        });

        assertThat(offered()).containsExactly(ids.get(0));
        assertThat(listed("kf005", "")).containsExactly(ids.get(3), ids.get(0));
        world.as(SwapWorld.admin(), () -> locks.release(request));
        assertThat(offered()).containsExactly(ids.get(3), ids.get(0));

        assertThat(world.as(Actor.system(SwapWorld.ACME), wishes::sweep)).isEqualTo(2);
        assertThat(world.as(SwapWorld.admin(), () -> table.find(UUID.fromString(ids.get(1)))))
                .isEmpty();
        assertThat(world.as(SwapWorld.admin(), () -> table.find(UUID.fromString(ids.get(4)))))
                .isPresent();
        assertThat(Http.as("acme.auditor")
                        .get("/api/v1/audit/swap-wish/" + ids.get(1))
                        .json()
                        .findValuesAsText("what"))
                .containsExactly("SwapWishAdded", "SwapWishExpired");
    }

    private List<String> offered() {
        var now = Instant.now();
        return world.as(SwapWorld.admin(), () -> table.offered("ticketing", now, 100)).stream()
                .map(wish -> wish.id().toString())
                .toList();
    }

    private Assignment works(String agent, int day) {
        return world.works(agent, monday.plusDays(day), "sw-early");
    }

    private Answer add(String agent, Assignment shift) {
        return Http.as(agent).post(WISHES, wish(shift.id()));
    }

    private Map<String, Object> wish(UUID gives) {
        var body = new HashMap<String, Object>();
        body.put("gives", gives);
        body.put("from", monday.toString());
        body.put("to", monday.plusDays(6).toString());
        return body;
    }

    private SwapWishForm form(Assignment shift) {
        return new SwapWishForm(shift.id(), new SwapWish.Takes(Set.of(), monday, monday.plusDays(6)), null);
    }

    private static List<String> listed(String reader, String query) {
        JsonNode items = Http.as(reader).get(WISHES + query).json().path("items");
        return Stream.iterate(0, i -> i < items.size(), i -> i + 1)
                .map(i -> items.get(i).path("id").asText())
                .toList();
    }

    private static void assertRefused(@Nullable Answer answer, int status, String code) {
        assertThat(answer).isNotNull();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
