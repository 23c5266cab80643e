package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.TenantScope;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a conversation is about, and why it ended. */
@BatonTest
class ConversationTopicsTests {

    @Autowired
    private Conversations conversations;

    @Autowired
    private TenantScope scope;

    private ChatScene.Scene scene;
    private String path = "";

    @BeforeEach
    void open() {
        scene = new ChatScene(conversations, scope).with("kf001");
        scope.run(ChatScene.ACME, () -> conversations.route(scene.id(), "ticketing", null));
        path = "/api/v1/conversations/" + scene.conversation();
    }

    @Test
    void areSetByItsAgentAndThoseWhoLeadItsDepartment() {
        var changed = change("kf001", 1, " 改签\n到周日 ", "changes");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("subject").asText()).isEqualTo("改签 到周日");
        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(change("ticketing.manager", 2, "改签", null)
                        .json()
                        .path("category")
                        .isNull())
                .isTrue();
        assertThat(change("acme.admin", 3, null, " ").json().path("subject").isNull())
                .isTrue();
        assertThat(change("kf002", 4, "x", "x").status()).isEqualTo(403);
        assertThat(change("vip.manager", 4, "x", "x").status()).isEqualTo(403);
        assertThat(change("acme.auditor", 4, "x", "x").status()).isEqualTo(403);
        assertThat(change("globex.admin", 4, "x", "x").code()).isEqualTo("conversation_unknown");
        assertThat(scene.http()
                        .header("If-Match", "\"4\"")
                        .put(path + "/topic", Map.of("subject", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void areLeftToTheNextAgentWhenItIsPassedOn() {
        scope.run(ChatScene.ACME, () -> conversations.assign(scene.id(), "kf002", null, null));
        assertThat(change("kf001", 1, "x", null).code()).isEqualTo("not_yours");
        assertThat(change("kf002", 1, "x", null).status()).isEqualTo(200);
    }

    @Test
    void areNotOverwrittenByWhoHasNotSeenThem() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(number ->
                            () -> change("kf001", 1, "主题 " + number, null).status())
                    .toList();
            var won = 0;
            for (var change : pool.invokeAll(changes)) {
                assertThat(change.get()).isIn(200, 412);
                won += change.get() == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(Http.as("kf001").put(path + "/topic", Map.of("subject", "x")).code())
                .isEqualTo("if_match_required");
        assertThat(change("kf001", 1, "x", null).code()).isEqualTo("changed_meanwhile");
    }

    @Test
    void areInTheTrailAndSuggestedAfterwards() {
        change("kf001", 1, "改签", "changes");
        var entry = Http.as("ticketing.manager")
                .get("/api/v1/audit/conversation/" + scene.conversation())
                .json()
                .path("items")
                .get(1);
        assertThat(entry.path("what").asText()).isEqualTo("ConversationDescribed");
        assertThat(entry.path("before").asText()).isEqualTo("退票 · refund");
        assertThat(entry.path("after").asText()).isEqualTo("改签 · changes");
        assertThat(entry.path("actor").asText()).isEqualTo("kf001");
        assertThat(Http.as("kf002").get("/api/v1/categories").text()).contains("changes");
        assertThat(Http.as("gx001").get("/api/v1/categories").text()).doesNotContain("changes");
        assertThat(Http.as("acme.auditor").get("/api/v1/categories").status()).isEqualTo(403);
    }

    @Test
    void areBounded() {
        assertThat(change("kf001", 1, "x".repeat(201), null).code()).isEqualTo("invalid");
        assertThat(change("kf001", 1, "😀".repeat(8_000), null).code()).isEqualTo("invalid");
        assertThat(change("kf001", 1, null, "x".repeat(51)).code()).isEqualTo("invalid");
        assertThat(Http.as("kf001")
                        .header("If-Match", "\"1\"")
                        .put(path + "/topic", "{\"subject\":\"\\ud83d\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void endWithAReasonAndANoteThatTheCustomerNeverReads() {
        var closed = Http.as("kf001").post(path + "/close", Map.of("reason", "solved", "note", " 已退款到原卡 "));
        assertThat(closed.json().path("closeReason").asText()).isEqualTo("solved");
        assertThat(closed.json().path("closeNote").asText()).isEqualTo("已退款到原卡");
        assertThat(scene.http().get(path).json().path("closeNote").isNull()).isTrue();
        var trail = Http.as("ticketing.manager")
                .get("/api/v1/audit/conversation/" + scene.conversation())
                .json()
                .path("items");
        assertThat(trail.findValuesAsText("comment")).contains("solved: 已退款到原卡");
        scope.run(ChatScene.ACME, () -> conversations.reopen(scene.id()));
        assertThat(Http.as("acme.admin").get(path).json().path("closeNote").isNull())
                .isTrue();
    }

    @Test
    void takeNoNoteFromACustomer() {
        scene.http().post(path + "/close", Map.of("note", "来自客户"));
        assertThat(Http.as("acme.admin").get(path).json().path("closeNote").isNull())
                .isTrue();
    }

    @Test
    void takeNoNoteThatIsTooLong() {
        assertThat(Http.as("kf001")
                        .post(path + "/close", Map.of("note", "x".repeat(501)))
                        .code())
                .isEqualTo("invalid");
        assertThat(Http.as("kf001").get(path).json().path("state").asText()).isEqualTo("WITH_AGENT");
    }

    private Answer change(String person, int seen, @Nullable String subject, @Nullable String category) {
        var body = new HashMap<String, @Nullable String>();
        body.put("subject", subject);
        body.put("category", category);
        return Http.as(person).header("If-Match", "\"" + seen + "\"").put(path + "/topic", body);
    }
}
