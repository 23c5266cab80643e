package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.TenantScope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class QuickRepliesTests {

    private static final String ALL = "/api/v1/quick-replies";

    @Autowired
    private Conversations conversations;

    @Autowired
    private TenantScope scope;

    @Test
    void keepsAnOwnOneForItsOwnerOnly() {
        var id = id(add("kf001", "PERSONAL", Map.of("category", "问候", "shortcut", "Hello")));
        var own = Http.as("kf001").get(ALL + "/" + id).json();
        assertThat(own.path("owner").asText()).isEqualTo("kf001");
        assertThat(own.path("shortcut").asText()).isEqualTo("hello");
        assertThat(own.path("category").asText()).isEqualTo("问候");
        for (var other : List.of("kf002", "ticketing.manager", "acme.admin", "gx001")) {
            assertThat(Http.as(other).get(ALL + "/" + id).code()).as(other).isEqualTo("quick_reply_unknown");
            assertThat(change(other, id, 1, "x").code()).as(other).isEqualTo("quick_reply_unknown");
        }
        remove("kf001", id, 1);
        assertThat(Http.as("kf001").get(ALL + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void sharesThoseOfADepartmentWithItsPeopleOnly() {
        var id = id(add("ticketing.manager", "DEPARTMENT", Map.of()));
        assertThat(Http.as("kf001").get(ALL + "/" + id).json().path("owner").asText())
                .isEqualTo("ticketing");
        assertThat(Http.as("acme.admin").get(ALL + "/" + id).status()).isEqualTo(200);
        assertThat(Http.as("vip.manager").get(ALL + "/" + id).status()).isEqualTo(404);
        assertThat(Http.as("globex.admin").get(ALL + "/" + id).status()).isEqualTo(404);
        assertThat(change("kf001", id, 1, "x").status()).isEqualTo(403);
        assertThat(Http.as("kf001")
                        .header("If-Match", "\"1\"")
                        .delete(ALL + "/" + id)
                        .status())
                .isEqualTo(403);
        assertThat(change("ticketing.manager", id, 1, "x").status()).isEqualTo(200);
    }

    @Test
    void letsManagersWriteForTheirDepartmentAndAdministratorsForAll() {
        assertThat(add("kf001", "DEPARTMENT", Map.of()).status()).isEqualTo(403);
        assertThat(add("kf001", "TENANT", Map.of()).status()).isEqualTo(403);
        assertThat(add("ticketing.manager", "TENANT", Map.of()).status()).isEqualTo(403);
        assertThat(add("ticketing.manager", "DEPARTMENT", Map.of("department", "vip"))
                        .status())
                .isEqualTo(403);
        assertThat(add("acme.admin", "DEPARTMENT", Map.of("department", "vip")).status())
                .isEqualTo(201);
        assertThat(add("acme.admin", "DEPARTMENT", Map.of("department", "nowhere"))
                        .status())
                .isEqualTo(422);
        assertThat(add("acme.admin", "DEPARTMENT", Map.of()).status()).isEqualTo(422);
        var everybodys = id(add("acme.admin", "TENANT", Map.of()));
        assertThat(Http.as("kf001").get(ALL + "/" + everybodys).status()).isEqualTo(200);
        assertThat(change("ticketing.manager", everybodys, 1, "x").status()).isEqualTo(403);
    }

    @Test
    void refusesTheSecondOfTwoWhoChangeTheSameOne() throws Exception {
        var added = add("acme.admin", "TENANT", Map.of());
        assertThat(added.headers().firstValue("ETag")).contains("\"1\"");
        var id = id(added);
        assertThat(Http.as("acme.admin")
                        .put(ALL + "/" + id, Map.of("title", "t", "body", "b"))
                        .code())
                .isEqualTo("if_match_required");
        assertThat(Http.as("acme.admin").delete(ALL + "/" + id).status()).isEqualTo(428);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(number ->
                            () -> change("acme.admin", id, 1, "text " + number).status())
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var change : pool.invokeAll(changes)) {
                statuses.add(change.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
        var now = Http.as("acme.admin").get(ALL + "/" + id);
        assertThat(now.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(now.json().path("version").asInt()).isEqualTo(2);
        assertThat(Http.as("acme.admin")
                        .header("If-Match", "\"1\"")
                        .delete(ALL + "/" + id)
                        .code())
                .isEqualTo("changed_meanwhile");
        assertThat(Http.as("acme.admin")
                        .header("If-Match", "W/\"x\"")
                        .delete(ALL + "/" + id)
                        .status())
                .isEqualTo(412);
        remove("acme.admin", id, 2);
    }

    @Test
    void givesAShortcutToOneOfTheSameOwner() {
        var shortcut = "s" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(add("kf003", "PERSONAL", Map.of("shortcut", shortcut)).status())
                .isEqualTo(201);
        assertThat(add("kf003", "PERSONAL", Map.of("shortcut", shortcut.toUpperCase(java.util.Locale.ROOT)))
                        .code())
                .isEqualTo("shortcut_taken");
        assertThat(add("kf004", "PERSONAL", Map.of("shortcut", shortcut)).status())
                .isEqualTo(201);
        var other = id(add("kf003", "PERSONAL", Map.of()));
        var taken = Http.as("kf003")
                .header("If-Match", "\"1\"")
                .put(ALL + "/" + other, Map.of("title", "t", "body", "b", "shortcut", shortcut));
        assertThat(taken.code()).isEqualTo("shortcut_taken");
    }

    @Test
    void pagesByCategoryAndTitleAndFiltersByText() {
        var category = "c" + UUID.randomUUID();
        for (var title : List.of("b", "a", "100%", "d_e")) {
            add("kf005", "PERSONAL", Map.of("category", category, "title", title, "body", "全额退款 " + title));
        }
        var first = list("kf005", "?limit=3&category=" + category);
        assertThat(titles(first)).containsExactly("100%", "a", "b");
        var rest = list(
                "kf005",
                "?limit=3&category=" + category + "&cursor="
                        + first.json().path("next").asText());
        assertThat(titles(rest)).containsExactly("d_e");
        assertThat(rest.json().path("next").isNull()).isTrue();
        assertThat(titles(list("kf005", "?category=" + category + "&q=" + encoded("0%"))))
                .containsExactly("100%");
        assertThat(titles(list("kf005", "?category=" + category + "&q=" + encoded("_"))))
                .containsExactly("d_e");
        assertThat(titles(list("kf005", "?category=" + category + "&q=" + encoded("退款 A"))))
                .containsExactly("a");
        assertThat(titles(list("kf005", "?scope=TENANT&category=" + category))).isEmpty();
        assertThat(titles(list("kf006", "?category=" + category))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?cursor=x",
                "?cursor=0f5b0e3e-6a53-4a4c-9d60-0d7a2f0c8a11",
                "?limit=0",
                "?limit=201",
                "?scope=NONE"
            })
    void refusesUnknownCursorsAndLimits(String query) {
        assertThat(list("kf001", query).status()).isIn(404, 422);
    }

    @Test
    void refusesEndlessAndBrokenTexts() {
        assertThat(list("kf001", "?q=" + "x".repeat(201)).status()).isEqualTo(422);
        assertThat(list("kf001", "?q=%00").status()).isIn(400, 422);
        assertThat(add("kf001", "PERSONAL", Map.of("body", "x".repeat(8_001))).status())
                .isEqualTo(422);
        assertThat(add("kf001", "PERSONAL", Map.of("body", " ")).status()).isEqualTo(422);
        assertThat(add("kf001", "PERSONAL", Map.of("body", "a\0b")).status()).isEqualTo(422);
        assertThat(add("kf001", "PERSONAL", Map.of("title", "")).status()).isEqualTo(422);
        assertThat(add("kf001", "PERSONAL", Map.of("shortcut", "two words")).status())
                .isEqualTo(422);
        assertThat(add("kf001", "PERSONAL", Map.of("category", "c".repeat(51))).status())
                .isEqualTo(422);
        assertThat(add("kf001", "SOMEBODY", Map.of()).status()).isIn(400, 422);
        assertThat(Http.as("kf001").post(ALL, "{").status()).isEqualTo(400);
        var unknown = add("kf001", "PERSONAL", Map.of("body", "{{order}}"));
        assertThat(unknown.code()).isEqualTo("placeholder_unknown");
        assertThat(unknown.json().path("placeholders").get(0).asText()).isEqualTo("order");
        assertThat(unknown.status()).isEqualTo(422);
    }

    @Test
    void fillsPlaceholdersForAConversationOfTheOwn() {
        var id = id(
                add(
                        "kf001",
                        "PERSONAL",
                        Map.of(
                                "body",
                                "{{customer.name}}您好，我是{{agent.name}}，单号{{conversation.number}}，{{customer.attributes.order}}")));
        var scene = new ChatScene(conversations, scope).with("kf001");
        var rendered = Http.as("kf001").get(ALL + "/" + id + "/rendering?conversation=" + scene.conversation());
        assertThat(rendered.json().path("text").asText())
                .startsWith("李女士您好，我是")
                .contains("单号C-")
                .endsWith("{{customer.attributes.order}}");
        assertThat(rendered.json().path("missing").get(0).asText()).isEqualTo("customer.attributes.order");
        var others = ChatScene.opened();
        assertThat(Http.as("kf001")
                        .get(ALL + "/" + id + "/rendering?conversation=" + others.conversation())
                        .code())
                .isEqualTo("not_yours");
        assertThat(Http.as("kf001")
                        .get(ALL + "/" + id + "/rendering?conversation=x")
                        .status())
                .isEqualTo(404);
        assertThat(Http.as("kf001").get(ALL + "/" + id + "/rendering").status()).isEqualTo(400);
    }

    @Test
    void addsOneForARepeatedRequest() {
        var again = Http.as("kf007").header("Idempotency-Key", UUID.randomUUID().toString());
        var body = Map.of("scope", "PERSONAL", "title", "一次", "body", "您好");
        assertThat(again.post(ALL, body).json()).isEqualTo(again.post(ALL, body).json());
        assertThat(titles(list("kf007", "?q=" + encoded("一次")))).hasSize(1);
    }

    private static Answer add(String person, String owner, Map<String, String> more) {
        var body = new HashMap<String, @Nullable Object>(Map.of("scope", owner, "title", "问候", "body", "您好"));
        body.putAll(more);
        return Http.as(person).post(ALL, body);
    }

    private static Answer change(String person, String id, int seen, String body) {
        return Http.as(person)
                .header("If-Match", "\"" + seen + "\"")
                .put(ALL + "/" + id, Map.of("title", "问候", "body", body));
    }

    private static void remove(String person, String id, int seen) {
        assertThat(Http.as(person)
                        .header("If-Match", "\"" + seen + "\"")
                        .delete(ALL + "/" + id)
                        .status())
                .isEqualTo(204);
    }

    private static Answer list(String person, String query) {
        return Http.as(person).get(ALL + query);
    }

    private static String id(Answer added) {
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json().path("id").asText();
    }

    private static List<String> titles(Answer list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.json().path("items").findValuesAsText("title");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
