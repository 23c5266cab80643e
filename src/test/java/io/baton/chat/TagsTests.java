package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.TenantScope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class TagsTests {

    @Autowired
    private Conversations conversations;

    @Autowired
    private TenantScope scope;

    private ChatScene.Scene scene;
    private String customer = "";
    private String conversation = "";
    private String unique = "";

    @BeforeEach
    void open() {
        scene = new ChatScene(conversations, scope).with("kf001");
        scope.run(ChatScene.ACME, () -> conversations.route(scene.id(), "ticketing", null));
        customer = "/api/v1/customers/" + scene.visitor();
        conversation = "/api/v1/conversations/" + scene.conversation();
        unique = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void markACustomer() {
        assertThat(tags(add("kf001", customer, "常客"))).containsExactly("常客");
        assertThat(tags(add("ticketing.manager", customer, "团购"))).containsExactly("常客", "团购");
        assertThat(tags(add("acme.admin", customer, "常客"))).containsExactly("常客", "团购");
        assertThat(Http.as("kf001")
                        .get(customer + "/profile")
                        .json()
                        .path("tags")
                        .toString())
                .isEqualTo("[\"常客\",\"团购\"]");
        assertThat(tags(remove("kf001", customer, "常客"))).containsExactly("团购");
        assertThat(remove("kf001", customer, "常客").code()).isEqualTo("tag_unknown");
    }

    @Test
    void markAConversationForItsAgentAndThoseWhoLeadButNotForTheCustomer() {
        assertThat(tags(add("kf001", conversation, "投诉"))).containsExactly("投诉");
        assertThat(add("ticketing.manager", conversation, "退票").status()).isEqualTo(200);
        assertThat(Http.as("kf001").get(conversation).json().path("tags")).hasSize(2);
        assertThat(scene.http().get(conversation).json().path("tags")).isEmpty();
        assertThat(scene.http()
                        .post(conversation + "/tags", Map.of("name", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(add("kf002", conversation, "x").status()).isEqualTo(403);
        assertThat(add("vip.manager", conversation, "x").status()).isEqualTo(403);
        assertThat(add("acme.auditor", conversation, "x").status()).isEqualTo(403);
        assertThat(add("globex.admin", conversation, "x").code()).isEqualTo("conversation_unknown");
        assertThat(add("kf002", customer, "x").code()).isEqualTo("customer_unknown");
        assertThat(add("globex.admin", customer, "x").code()).isEqualTo("customer_unknown");
        assertThat(tags(remove("acme.admin", conversation, "投诉"))).containsExactly("退票");
    }

    @Test
    void haveOneSpellingAndAreSuggestedWhileTheyAreUsed() {
        var name = "Gold-" + unique;
        add("kf001", customer, name);
        assertThat(tags(add("kf001", conversation, name.toUpperCase(java.util.Locale.ROOT))))
                .containsExactly(name);
        assertThat(suggested("kf002", "gold-" + unique)).containsExactly(name);
        assertThat(suggested("gx001", "gold-" + unique)).isEmpty();
        remove("kf001", customer, name);
        assertThat(suggested("kf002", "gold-" + unique)).containsExactly(name);
        remove("kf001", conversation, name.toLowerCase(java.util.Locale.ROOT));
        assertThat(suggested("kf002", "gold-" + unique)).isEmpty();
        assertThat(Http.as("acme.auditor").get("/api/v1/tags").status()).isEqualTo(403);
    }

    @Test
    void areTwentyAtMostHoweverManyComeAtOnce() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var adds = IntStream.range(0, 30)
                    .<Callable<Answer>>mapToObj(number -> () -> add("kf001", customer, unique + " " + number))
                    .toList();
            var codes = new ArrayList<String>();
            for (var added : pool.invokeAll(adds)) {
                codes.add(added.get().status() == 200 ? "" : added.get().code());
            }
            assertThat(codes.stream().filter(String::isEmpty)).hasSize(20);
            assertThat(codes.stream().filter("tags_full"::equals)).hasSize(10);
        }
        assertThat(suggested("kf001", unique)).hasSize(20);
    }

    @Test
    void areNeitherLostNorDoubledWhenSomeAddAndOthersRemove() throws Exception {
        var name = "Rush-" + unique;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(number -> () -> (number % 2 == 0
                                    ? add("kf001", number % 4 == 0 ? customer : conversation, name)
                                    : remove("kf001", number % 4 == 1 ? customer : conversation, name))
                            .status())
                    .toList();
            for (var change : pool.invokeAll(changes)) {
                assertThat(change.get()).isIn(200, 404);
            }
        }
        add("kf001", customer, name);
        add("kf001", conversation, name);
        remove("kf001", customer, name);
        remove("kf001", conversation, name);
        assertThat(suggested("kf001", name)).isEmpty();
    }

    @Test
    void areShortAndOnOneLineAndNoPattern() {
        assertThat(add("kf001", customer, "x".repeat(31)).code()).isEqualTo("invalid");
        assertThat(add("kf001", customer, "😀".repeat(8_000)).code()).isEqualTo("invalid");
        assertThat(tags(add("kf001", customer, " a\n<b>%_' "))).containsExactly("a <b>%_'");
        assertThat(suggested("kf001", "%")).isEmpty();
        assertThat(Http.as("kf001").get("/api/v1/tags?q=%00").status()).isEqualTo(200);
        assertThat(remove("kf001", customer, "x".repeat(5_000)).code()).isEqualTo("tag_unknown");
        assertThat(remove("kf001", customer, "").code()).isEqualTo("tag_unknown");
        assertThat(tags(remove("kf001", customer, "a <b>%_'"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\" \"}", "{\"name\":\"\\ud83d\"}", "["})
    void refuseWhatIsNone(String body) {
        assertThat(Http.as("kf001").post(customer + "/tags", body).status()).isIn(400, 422);
    }

    private static Answer add(String person, String path, String name) {
        return Http.as(person).post(path + "/tags", Map.of("name", name));
    }

    private static Answer remove(String person, String path, String name) {
        return Http.as(person).delete(path + "/tags?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private static List<String> suggested(String person, String text) {
        return texts(Http.as(person)
                .get("/api/v1/tags?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .json()
                .path("items"));
    }

    private static List<String> tags(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return texts(answer.json().path("tags"));
    }

    private static List<String> texts(Iterable<com.fasterxml.jackson.databind.JsonNode> nodes) {
        var texts = new ArrayList<String>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
