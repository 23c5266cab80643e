package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.Problem;
import io.baton.kernel.TenantScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BatonTest
class BlocklistTests {

    private static final String ALL = "/api/v1/blocklist";

    @Autowired
    private Blocklist blocklist;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void turnsABlockedCustomerAwayUntilTheBlockIsLifted() {
        var scene = ChatScene.opened();
        scene.http().post("/api/v1/conversations/" + scene.conversation() + "/close", null);
        var id = id(block("ticketing.manager", Map.of("customer", scene.visitor())));
        assertThat(scene.http().post("/api/v1/conversations", null).code()).isEqualTo("blocked");
        assertThat(scene.http().post("/api/v1/visitors/renewal", null).code()).isEqualTo("blocked");
        assertThatThrownBy(() -> blocklist.requireWelcome(ChatScene.ACME, scene.visitor(), null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("blocked"));
        assertThat(Http.as("acme.admin").delete(ALL + "/" + id).status()).isEqualTo(204);
        assertThat(scene.http().post("/api/v1/conversations", null).status()).isEqualTo(201);
        blocklist.requireWelcome(ChatScene.ACME, scene.visitor(), null);
    }

    @Test
    void asksForAPersonInVainWhenBlocked() {
        var scene = ChatScene.opened();
        block("acme.admin", Map.of("customer", scene.visitor()));
        var asked =
                scene.http().post("/api/v1/conversations/" + scene.conversation() + "/handoff", Map.of("reason", "退票"));
        assertThat(asked.code()).isEqualTo("blocked");
    }

    @Test
    void turnsAwayWhoComesFromABlockedAddressAndNobodyElse() {
        var network =
                "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000)) + ":"
                        + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000));
        block("acme.admin", Map.of("address", network + "::/64"));
        assertThat(arrive("acme", network + "::1").code()).isEqualTo("blocked");
        assertThat(arrive("acme", network + ":ffff::1").code()).isEqualTo("blocked");
        assertThat(arrive("acme", "2001:db9::1").status()).isEqualTo(201);
        assertThat(arrive("globex", network + "::1").status()).isEqualTo(201);
        assertThat(Http.as("kf001")
                        .header("X-Forwarded-For", network + "::1")
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void endsABlockByItselfAndMakesRoomForANewOne() {
        var visitor = ChatScene.opened().visitor();
        var id = id(block(
                "acme.admin", Map.of("customer", visitor, "until", Instant.now().plusSeconds(3600))));
        assertThat(block("acme.admin", Map.of("customer", visitor)).code()).isEqualTo("blocked_already");
        inAcme("update blocklist set until = now() - interval '1 second' where id = ?", UUID.fromString(id));
        blocklist.forget(ChatScene.ACME);
        blocklist.requireWelcome(ChatScene.ACME, visitor, null);
        assertThat(block("acme.admin", Map.of("customer", visitor)).status()).isEqualTo(201);
    }

    @Test
    void showsNodesOfTheVersionBeforeWhoIsBlocked() {
        var visitor = ChatScene.opened().visitor();
        var id = id(block("acme.admin", Map.of("customer", visitor)));
        assertThat(known(visitor)).isEqualTo(1);
        inAcme("update blocklist set until = now() where id = ?", UUID.fromString(id));
        assertThat(known(visitor)).isZero();
    }

    @Test
    void isKeptByManagersAndAdministratorsOfTheOwnCompany() {
        var visitor = ChatScene.opened().visitor();
        for (var person : List.of("kf001", "acme.auditor", "acme.designer")) {
            assertThat(block(person, Map.of("customer", visitor)).status())
                    .as(person)
                    .isEqualTo(403);
            assertThat(Http.as(person).get(ALL).status()).as(person).isEqualTo(403);
        }
        assertThat(block("globex.admin", Map.of("customer", visitor)).code()).isEqualTo("customer_unknown");
        var id = id(block("acme.admin", Map.of("customer", visitor)));
        assertThat(Http.as("globex.admin").delete(ALL + "/" + id).status()).isEqualTo(404);
        assertThat(Http.as("globex.admin").get(ALL).text()).doesNotContain(id, visitor);
        assertThat(Http.as("acme.admin").get(ALL).text()).contains(id, visitor);
        assertThat(Http.as("kf001").delete(ALL + "/" + id).status()).isEqualTo(403);
    }

    @Test
    void keepsATrailOfWhoBlockedWhomAndWhy() {
        var visitor = ChatScene.opened().visitor();
        var id = id(block("ticketing.manager", Map.of("customer", visitor)));
        Http.as("acme.admin").delete(ALL + "/" + id);
        var trail =
                Http.as("acme.auditor").get("/api/v1/audit/block/" + id).json().path("items");
        assertThat(trail.findValuesAsText("what")).containsExactly("BlockImposed", "BlockLifted");
        assertThat(trail.get(0).path("actor").asText()).isEqualTo("ticketing.manager");
        assertThat(trail.get(0).path("comment").asText()).isEqualTo("骚扰客服");
        assertThat(trail.get(0).path("after").asText()).isEqualTo("CUSTOMER " + visitor);
    }

    @Test
    void pagesNewestFirst() {
        var older = id(block("acme.admin", Map.of("customer", ChatScene.opened().visitor())));
        var newer = id(block("acme.admin", Map.of("customer", ChatScene.opened().visitor())));
        var first = Http.as("acme.admin").get(ALL + "?limit=1").json();
        assertThat(first.path("items").get(0).path("id").asText()).isEqualTo(newer);
        var second = Http.as("acme.admin")
                .get(ALL + "?limit=1&cursor=" + first.path("next").asText())
                .json();
        assertThat(second.path("items").get(0).path("id").asText()).isEqualTo(older);
        assertThat(Http.as("acme.admin")
                        .get(ALL + "?cursor=" + UUID.randomUUID())
                        .code())
                .isEqualTo("cursor_unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":\"x\"}",
                "{\"address\":\"192.0.2.1\"}",
                "{\"address\":\"192.0.2.1\",\"reason\":\" \"}",
                "{\"address\":\"192.0.2.1\",\"reason\":\"a\\u0000b\"}",
                "{\"address\":\"example.com\",\"reason\":\"x\"}",
                "{\"address\":\"0.0.0.0/0\",\"reason\":\"x\"}",
                "{\"address\":\"192.0.2.1\",\"reason\":\"x\",\"until\":\"2020-01-01T00:00:00Z\"}",
                "{\"address\":\"192.0.2.1\",\"reason\":\"x\",\"until\":\"+1000000000-12-31T23:59:59Z\"}",
                "{\"customer\":\"x\",\"reason\":\"x\"}",
                "{\"customer\":\"0f5b0e3e-6a53-4a4c-9d60-0d7a2f0c8a11\",\"address\":\"192.0.2.1\",\"reason\":\"x\"}",
                "["
            })
    void refusesBadInputWithoutAFault(String body) {
        assertThat(Http.as("acme.admin").post(ALL, body).status()).isIn(400, 422);
    }

    @Test
    void knowsNoBlockThatIsNone() {
        assertThat(Http.as("acme.admin").delete(ALL + "/x").code()).isEqualTo("block_unknown");
        assertThat(Http.as("acme.admin").delete(ALL + "/" + UUID.randomUUID()).code())
                .isEqualTo("block_unknown");
    }

    private static Answer block(String person, Map<String, Object> whom) {
        var body = new HashMap<String, Object>(Map.of("reason", "骚扰客服"));
        body.putAll(whom);
        return Http.as(person).post(ALL, body);
    }

    private static Answer arrive(String tenant, String address) {
        return Http.anonymous()
                .header("X-Forwarded-For", address)
                .post("/api/v1/visitors", Map.of("tenant", tenant, "name", "李女士"));
    }

    private int known(String visitor) {
        return scope.call(
                ChatScene.ACME,
                () -> transactions.execute(
                        status -> jdbc.sql("select count(*) from handoff_block where customer_id = ?")
                                .param(visitor)
                                .query(Integer.class)
                                .single()));
    }

    private void inAcme(String sql, UUID id) {
        scope.run(
                ChatScene.ACME,
                () -> transactions.executeWithoutResult(
                        status -> jdbc.sql(sql).param(id).update()));
    }

    private static String id(Answer added) {
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json().path("id").asText();
    }
}
