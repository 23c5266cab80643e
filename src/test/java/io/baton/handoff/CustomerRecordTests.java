package io.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.chat.ChatScene;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who asks too often, what managers are told of it, and what is known of a customer. */
@BatonTest
class CustomerRecordTests extends TransferScene {

    private static final Map<String, String> ASK = Map.of("reason", "想和人说话", "category", "vip");

    @Test
    void tellsTheManagersOnceWhenSomebodyDoesNotStop() {
        var visitor = ChatScene.opened();
        exhaust(visitor);
        var before = alerts("vip.manager");
        for (int i = 0; i < 5; i++) {
            assertThat(ask(visitor).code()).isEqualTo("handoff_too_often");
        }
        assertThat(alerts("vip.manager")).isEqualTo(before + 1);
        assertThat(alerts("ticketing.manager")).isZero();
        var record = Http.as("vip.manager").get("/api/v1/customers/" + visitor.visitor());
        assertThat(record.json().path("refusals").path("total").asInt()).isEqualTo(5);
        assertThat(record.json().path("handoffs").path("total").asInt()).isEqualTo(3);
        assertThat(record.json().path("address").asText()).isNotBlank();
        assertThat(link(visitor)).isEqualTo("/desk/customers/" + visitor.visitor());
    }

    @Test
    void tellsThemOnceHoweverManyAreRefusedAtTheSameInstant() {
        var visitor = ChatScene.opened();
        exhaust(visitor);
        var before = alerts("vip.manager");
        try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(i -> pool.submit(() -> ask(visitor)));
        }
        assertThat(alerts("vip.manager")).isEqualTo(before + 1);
        assertThat(refusals(visitor.visitor())).isEqualTo(20);
    }

    @Test
    void tellsThemAgainAfterAnHour() {
        var visitor = ChatScene.opened();
        exhaust(visitor);
        var before = alerts("vip.manager");
        IntStream.range(0, 3).forEach(i -> ask(visitor));
        inAcme(() -> jdbc.sql(
                        "update handoff_refusal set alerted_at = alerted_at - interval '61 minutes' where subject = ?")
                .param(visitor.visitor())
                .update());
        ask(visitor);
        assertThat(alerts("vip.manager")).isEqualTo(before + 2);
    }

    @Test
    void saysNothingOfRefusalsThatAreFarApart() {
        var visitor = ChatScene.opened();
        exhaust(visitor);
        ask(visitor);
        ask(visitor);
        inAcme(() -> jdbc.sql("""
                        update handoff_refusal set recent = array(select one - interval '11 minutes' from unnest(recent) one)
                        where subject = ?
                        """).param(visitor.visitor()).update());
        ask(visitor);
        assertThat(customerAlerts(visitor)).isZero();
    }

    @Test
    void tellsThemOfAnAddressFromWhichSeveralCustomersAreRefused() {
        var address = "198.19.7." + ThreadLocalRandom.current().nextInt(1, 255);
        var before = alerts("vip.manager");
        for (int i = 0; i < 3; i++) {
            var visitor = ChatScene.opened();
            exhaust(visitor);
            assertThat(alerts("vip.manager")).isEqualTo(before);
            assertThat(ask(visitor, address).code()).isEqualTo("handoff_too_often");
            ask(visitor, address);
        }
        assertThat(alerts("vip.manager")).isEqualTo(before + 1);
        assertThat(inAcme(() -> jdbc.sql("select zh from notice where person = 'vip.manager' order by id desc limit 1")
                        .query(String.class)
                        .single()))
                .startsWith("同一地址");
    }

    @Test
    void refusesTooManyFromOneAddress() {
        var address = "198.51.100." + ThreadLocalRandom.current().nextInt(1, 255);
        var codes = IntStream.range(0, 32)
                .mapToObj(i -> {
                    var visitor = ChatScene.opened();
                    return Http.with(visitor.token())
                            .header("X-Forwarded-For", address)
                            .post(path(visitor, "handoff"), ASK)
                            .status();
                })
                .toList();
        assertThat(codes.subList(0, 20)).containsOnly(202);
        assertThat(codes).contains(429);
    }

    @Test
    void refusesAPersonToWhoComesFromABlockedAddressAndCutsNothing() {
        var address = "203.0.113." + ThreadLocalRandom.current().nextInt(1, 255);
        var visitor = ChatScene.opened();
        var blocked = Http.as("vip.manager").post("/api/v1/blocklist", Map.of("address", address, "reason", "刷单"));
        var http = Http.with(visitor.token()).header("X-Forwarded-For", address);
        assertThat(http.post(path(visitor, "handoff"), ASK).code()).isEqualTo("blocked");
        var said = http.post(path(visitor, "messages"), Map.of("id", UUID.randomUUID(), "body", "还在吗"));
        assertThat(said.status()).isEqualTo(201);
        assertThat(http.post("/api/v1/visitors/renewal", null).status()).isEqualTo(201);
        http.post(path(visitor, "close"), null);
        assertThat(http.post("/api/v1/visitors/renewal", null).code()).isEqualTo("blocked");
        Http.as("vip.manager")
                .delete("/api/v1/blocklist/" + blocked.json().path("id").asText());
    }

    @Test
    void showsARecordToWhoHasToDoWithTheCustomer() {
        hire("kf020", 3);
        connect("kf020");
        var visitor = ChatScene.opened();
        var handoff = UUID.fromString(ask(visitor).json().path("handoffId").asText());
        as(agent("kf020"), () -> answers.accept(handoff));
        as(agent("kf020"), () -> answers.complete(handoff, "solved", "已退款"));
        var closed = Http.as("vip.manager").get("/api/v1/conversations/" + visitor.conversation());
        assertThat(closed.json().path("closeNote").asText()).isEqualTo("已退款");
        var path = "/api/v1/customers/" + visitor.visitor();
        var shown = Http.as("kf020").get(path);
        assertThat(shown.json()
                        .path("handoffs")
                        .path("items")
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("COMPLETED");
        assertThat(shown.json()
                        .path("handoffs")
                        .path("items")
                        .get(0)
                        .path("waitedSeconds")
                        .isInt())
                .isTrue();
        assertThat(shown.json().path("conversations").path("total").asInt()).isEqualTo(1);
        assertThat(shown.json().path("address").isNull()).isTrue();
        Http.as("vip.manager").post("/api/v1/blocklist", Map.of("customer", visitor.visitor(), "reason", "骚扰"));
        await().untilAsserted(() -> assertThat(
                        Http.as("kf020").get(path).json().path("blocked").asBoolean())
                .isTrue());
        assertThat(Http.as("kf020").get(path).json().path("block").isNull()).isTrue();
        var led = Http.as("vip.manager").get(path).json();
        assertThat(led.path("block").path("reason").asText()).isEqualTo("骚扰");
        assertThat(led.path("block").path("blockedBy").path("name").asText()).isNotBlank();
        assertThat(Http.as("acme.admin").get(path).status()).isEqualTo(200);
        for (var person : java.util.List.of("kf001", "ticketing.manager", "globex.admin")) {
            assertThat(Http.as(person).get(path).code()).as(person).isEqualTo("customer_unknown");
        }
        assertThat(Http.as("acme.admin").get("/api/v1/customers/x").status()).isEqualTo(404);
        assertThat(Http.as("acme.admin").get(path + "?limit=0").status()).isIn(400, 422);
    }

    private void exhaust(ChatScene.Scene visitor) {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(visitor).status()).isEqualTo(202);
        }
    }

    private static Http.Answer ask(ChatScene.Scene visitor) {
        return ask(
                visitor,
                "198.18." + Math.floorMod(visitor.visitor().hashCode(), 250) + "."
                        + Math.floorMod(visitor.conversation().hashCode(), 250));
    }

    private static Http.Answer ask(ChatScene.Scene visitor, String address) {
        return Http.with(visitor.token()).header("X-Forwarded-For", address).post(path(visitor, "handoff"), ASK);
    }

    private static String path(ChatScene.Scene visitor, String what) {
        return "/api/v1/conversations/" + visitor.conversation() + "/" + what;
    }

    private long refusals(String customer) {
        return inAcme(() -> jdbc.sql("select total from handoff_refusal where subject = ?")
                .param(customer)
                .query(Long.class)
                .single());
    }

    private int alerts(String manager) {
        return (int) notices(manager).stream()
                .filter(kind -> kind.equals("customer.too-often"))
                .count();
    }

    private int customerAlerts(ChatScene.Scene visitor) {
        return inAcme(() ->
                jdbc.sql("""
                        select count(*) from handoff_refusal where subject = ? and alerted_at is not null
                        """).param(visitor.visitor()).query(Integer.class).single());
    }

    private String link(ChatScene.Scene visitor) {
        return inAcme(
                () -> jdbc.sql("select link from notice where kind = 'customer.too-often' and link like ? limit 1")
                        .param("%" + visitor.visitor())
                        .query(String.class)
                        .single());
    }
}
