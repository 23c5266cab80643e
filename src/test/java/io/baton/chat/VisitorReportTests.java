package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.TenantScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the company's site tells of a visitor. */
@BatonTest
class VisitorReportTests {

    private static final String ATTRIBUTES = "/api/v1/visitors/attributes";
    private static final String PAGES = "/api/v1/visitors/pages";
    private static final String EVENTS = "/api/v1/visitors/events";

    @Autowired
    private Conversations conversations;

    @Autowired
    private TenantScope scope;

    private ChatScene.Scene scene;

    @BeforeEach
    void open() {
        scene = new ChatScene(conversations, scope).with("kf001");
    }

    @Test
    void addsAttributesToThoseThatAreKnownAndRemovesNulls() {
        assertThat(describe(told("order", "A-1", "level", 3, "member", true, "rate", 0.25))
                        .status())
                .isEqualTo(204);
        assertThat(describe(told("level", 4, "member", null)).status()).isEqualTo(204);
        assertThat(attributes()).isEqualTo(Map.of("order", "A-1", "level", "4", "rate", "0.25"));
        describe(told("order", " \u0007 ", "rate", null, "level", null));
        assertThat(attributes()).isEmpty();
    }

    @Test
    void losesNoneOfAttributesThatAreToldAtTheSameInstant() throws Exception {
        atOnce(40, number -> describe(told("key" + number, number, "last", number)));
        assertThat(attributes()).hasSize(41).containsEntry("key0", "0").containsEntry("key39", "39");
    }

    @Test
    void takesFiftyKeysAndNotOneMoreHoweverManyComeAtOnce() throws Exception {
        var answers = atOnce(60, number -> describe(told("key" + number, number)));
        assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(50);
        assertThat(answers.stream().filter(answer -> answer.status() == 422)).hasSize(10);
        assertThat(attributes()).hasSize(50);
        var known = attributes().keySet().iterator().next();
        assertThat(describe(told(known, "new")).status()).isEqualTo(204);
        assertThat(describe(told(known, null, "another", "new")).status()).isEqualTo(204);
        assertThat(attributes()).hasSize(50).containsEntry("another", "new");
    }

    @Test
    void makesNobodyAVip() {
        assertThat(describe(told("vip", true, "order", "A-1")).status()).isEqualTo(204);
        assertThat(attributes()).isEqualTo(Map.of("order", "A-1"));
    }

    @Test
    void keepsAttributesOfWhoComesBackSignedAndTellsAnewWhoIsAVip() {
        var id = "customer-" + UUID.randomUUID();
        var signed = new HashMap<String, Object>(Map.of(
                "externalId",
                id,
                "signature",
                CustomerSignature.of(id + "\nvip", "acme-demo-widget"),
                "attributes",
                Map.of("city", "上海")));
        var first = ChatScene.visitor(signed).json();
        Http.with(first.path("token").asText()).put(ATTRIBUTES, told("attributes", told("order", "A-1")));
        signed.putAll(
                Map.of("signature", CustomerSignature.of(id, "acme-demo-widget"), "attributes", Map.of("city", "北京")));
        var visitor = ChatScene.visitor(signed).json().path("visitorId").asText();
        assertThat(visitor).isEqualTo(first.path("visitorId").asText());
        assertThat(attributes(visitor)).isEqualTo(Map.of("city", "北京", "order", "A-1"));
    }

    @Test
    void showsMarkupAndRightToLeftTextAsWhatItIs() {
        var script = "<script>alert(1)</script>";
        var hebrew = "שלום \u202Eabc";
        describe(told("a", script, "b", hebrew, "c", "😀".repeat(250)));
        assertThat(attributes()).containsEntry("a", script).containsEntry("b", hebrew);
        assertThat(attributes().get("c")).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"attributes\":null}",
                "{\"attributes\":[]}",
                "{\"attributes\":{\"a\":{}}}",
                "{\"attributes\":{\"a\":[1]}}",
                "{\"attributes\":{\"a\":1e999}}",
                "{\"attributes\":{\"a\":NaN}}",
                "{\"attributes\":{\"\":1}}",
                "{\"attributes\":{\"a b\":1}}",
                "{\"attributes\":{\"键\":1}}",
                "{\"attributes\":{\"a\":\"\\ud83d\"}}",
                "{\"attributes\":",
                "["
            })
    void refusesAttributesThatAreNone(String body) {
        assertThat(scene.http().put(ATTRIBUTES, body).status()).isIn(400, 422);
        assertThat(attributes()).isEmpty();
    }

    @Test
    void refusesWhatIsTooMuch() {
        var megabyte = "x".repeat(1_000_000);
        assertThat(describe(told("a", "x".repeat(501))).code()).isEqualTo("invalid");
        assertThat(describe(told("a", "😀".repeat(8_000))).code()).isEqualTo("invalid");
        assertThat(describe(told("a", megabyte)).code()).isEqualTo("invalid");
        assertThat(describe(told("x".repeat(65), "a")).code()).isEqualTo("invalid");
        assertThat(describe(told(megabyte, "a")).code()).isEqualTo("unreadable");
        var many = IntStream.range(0, 51).boxed().collect(Collectors.toMap(number -> "k" + number, number -> number));
        assertThat(describe(many).code()).isEqualTo("invalid");
        assertThat(scene.http()
                        .put(ATTRIBUTES, "{\"attributes\":{\"a\":" + "9".repeat(1_000_000) + "}}")
                        .status())
                .isIn(400, 422);
        assertThat(scene.http()
                        .put(ATTRIBUTES, "{\"attributes\":" + "{\"a\":".repeat(100_000))
                        .status())
                .isEqualTo(400);
        assertThat(attributes()).isEmpty();
    }

    @Test
    void neverRepeatsAValueInARefusal() {
        var refused = describe(told("password", "s3cret".repeat(100)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("attributes.password").doesNotContain("s3cret");
    }

    @Test
    void keepsTheNewestPagesWithoutTheirQueries() {
        for (int i = 0; i < 6; i++) {
            var from = i * 10;
            var pages = IntStream.range(from, from + 10)
                    .mapToObj(number -> Map.of(
                            "url",
                            "https://shop.example/p" + number + "?token=s3cret#x",
                            "title",
                            "第 " + number + " 页",
                            "at",
                            Instant.parse("2026-11-20T08:00:00Z").plusSeconds(number)))
                    .toList();
            assertThat(scene.http().post(PAGES, Map.of("pages", pages)).status())
                    .isEqualTo(204);
        }
        var pages = profile().path("pages");
        assertThat(pages).hasSize(50);
        assertThat(pages.get(0).path("url").asText()).isEqualTo("https://shop.example/p59");
        assertThat(pages.get(0).path("title").asText()).isEqualTo("第 59 页");
        assertThat(pages.get(49).path("url").asText()).isEqualTo("https://shop.example/p10");
        assertThat(pages.toString()).doesNotContain("s3cret");
    }

    @Test
    void keepsFiftyPagesHoweverManyComeAtOnce() throws Exception {
        var answers = atOnce(
                10,
                number -> scene.http()
                        .post(
                                PAGES,
                                Map.of(
                                        "pages",
                                        IntStream.range(0, 20)
                                                .mapToObj(page ->
                                                        Map.of("url", "https://shop.example/" + number + "/" + page))
                                                .toList())));
        assertThat(answers).allMatch(answer -> answer.status() == 204);
        assertThat(profile().path("pages")).hasSize(50);
    }

    @Test
    void believesNoClockThatIsFastAndCutsTitlesThatAreLong() {
        var page = Map.of(
                "url",
                "https://shop.example/",
                "title",
                "😀".repeat(8_000).substring(0, 7_000),
                "at",
                Instant.now().plusSeconds(3_600));
        assertThat(scene.http().post(PAGES, Map.of("pages", List.of(page))).status())
                .isEqualTo(204);
        var kept = profile().path("pages").get(0);
        assertThat(Instant.parse(kept.path("at").asText()))
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(kept.path("title").asText()).isEqualTo("😀".repeat(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"pages\":[]}",
                "{\"pages\":[null]}",
                "{\"pages\":[{}]}",
                "{\"pages\":[{\"url\":\"javascript:alert(1)\"}]}",
                "{\"pages\":[{\"url\":\"/order\"}]}",
                "{\"pages\":[{\"url\":\"https://shop.example/\",\"at\":\"yesterday\"}]}",
                "{\"pages\":[{\"url\":\"https://shop.example/\",\"at\":\"1969-01-01T00:00:00Z\"}]}",
                "{\"pages\":[{\"url\":\"https://shop.example/\"},{\"url\":\"x\"}]}",
                "{\"pages\":[{\"url\":\"https://shop.example/\\ud83d\"}]}"
            })
    void refusesPagesThatAreNoneAndKeepsNothingOfTheRequest(String body) {
        assertThat(scene.http().post(PAGES, body).status()).isIn(400, 422);
        assertThat(profile().path("pages")).isEmpty();
    }

    @Test
    void keepsTheNewestEvents() {
        IntStream.range(0, 104)
                .forEach(number -> assertThat(happen("basket", told("ticket", "T-" + number, "count", 2, "none", null))
                                .status())
                        .isEqualTo(204));
        var events = profile().path("events");
        assertThat(events).hasSize(100);
        assertThat(events.get(0).path("name").asText()).isEqualTo("basket");
        assertThat(events.get(0).path("data").toString()).isEqualTo("{\"count\":\"2\",\"ticket\":\"T-103\"}");
        assertThat(events.get(99).path("data").path("ticket").asText()).isEqualTo("T-4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\" \"}",
                "{\"name\":\"a\",\"data\":{\"b\":{\"c\":1}}}",
                "{\"name\":\"a\",\"data\":{\"b c\":1}}",
                "{\"name\":\"a\",\"data\":[]}",
                "{\"name\":\"\\ud83d\"}"
            })
    void refusesEventsThatAreNone(String body) {
        assertThat(scene.http().post(EVENTS, body).status()).isIn(400, 422);
        assertThat(profile().path("events")).isEmpty();
    }

    @Test
    void isToldOfTheVisitorWhoAsksAndOfNobodyElse() {
        var other = ChatScene.opened();
        describe(told("order", "A-1"));
        assertThat(attributes(other.visitor())).isEmpty();
        assertThat(Http.as("kf001")
                        .put(ATTRIBUTES, Map.of("attributes", Map.of()))
                        .status())
                .isEqualTo(403);
        assertThat(Http.anonymous()
                        .put(ATTRIBUTES, Map.of("attributes", Map.of()))
                        .status())
                .isIn(401, 403);
    }

    @Test
    void isNotToldTooOften() {
        var http = scene.http()
                .header(
                        "X-Forwarded-For",
                        "198.51.100." + ThreadLocalRandom.current().nextInt(1, 255));
        var answers = IntStream.range(0, 250)
                .mapToObj(number -> http.post(EVENTS, Map.of("name", "basket")))
                .toList();
        assertThat(answers.subList(0, 60)).allMatch(answer -> answer.status() == 204);
        var refused = answers.stream().filter(answer -> answer.status() == 429).findFirst();
        assertThat(refused).hasValueSatisfying(answer -> {
            assertThat(answer.code()).isEqualTo("slow_down");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
    }

    @Test
    void letsTheWidgetOfAnotherSiteTell() {
        var preflight = Http.anonymous()
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .send("OPTIONS", ATTRIBUTES, null);
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("PUT"));
    }

    private Answer describe(Map<String, ?> attributes) {
        return scene.http().put(ATTRIBUTES, Map.of("attributes", attributes));
    }

    private Answer happen(String name, Map<String, ?> data) {
        return scene.http().post(EVENTS, Map.of("name", name, "data", data));
    }

    private static Map<String, @Nullable Object> told(@Nullable Object... keysAndValues) {
        var told = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            told.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return told;
    }

    private List<Answer> atOnce(int times, IntFunction<Answer> work) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, times)
                    .<Callable<Answer>>mapToObj(number -> () -> work.apply(number))
                    .toList();
            return pool.invokeAll(all).stream().map(Future::resultNow).toList();
        }
    }

    private Map<String, String> attributes() {
        return attributes(scene.visitor());
    }

    private static Map<String, String> attributes(String visitor) {
        var attributes = new HashMap<String, String>();
        profile(visitor)
                .path("attributes")
                .properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
        return attributes;
    }

    private JsonNode profile() {
        return profile(scene.visitor());
    }

    private static JsonNode profile(String visitor) {
        var answer = Http.as("acme.admin").get("/api/v1/customers/" + visitor + "/profile");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
