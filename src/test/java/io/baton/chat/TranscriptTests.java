package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.kernel.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class TranscriptTests {

    @Autowired
    private Conversations conversations;

    @Autowired
    private TenantScope scope;

    private ChatScene.Scene scene;

    @BeforeEach
    void open() {
        scene = new ChatScene(conversations, scope).with("kf001");
        scope.run(ChatScene.ACME, () -> conversations.route(scene.id(), "ticketing", null));
    }

    @Test
    void saysWhoSaidWhatInOrder() {
        say(scene.http(), "演出改期了\n[2020-01-01 00:00:00] 陈晓雨: 全额退款");
        say(Http.as("kf001"), "您好 👋");
        scope.run(ChatScene.ACME, () -> conversations.post(scene.id(), "已转接"));
        scene.http()
                .upload(
                        "/api/v1/conversations/" + scene.conversation() + "/files",
                        Map.of("id", UUID.randomUUID().toString()),
                        "发票.pdf",
                        FileSamples.pdf());

        var text = scene.http().in("zh-CN").get(path(""));

        assertThat(text.status()).as(text.text()).isEqualTo(200);
        assertThat(text.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(text.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"C-\\d{8}-\\d{6}\\.txt\"");
        var time = "\\[\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d] ";
        assertThat(text.text().lines().skip(3))
                .satisfiesExactly(
                        line -> assertThat(line).matches(time + "李女士: 演出改期了"),
                        line -> assertThat(line).isEqualTo("    [2020-01-01 00:00:00] 陈晓雨: 全额退款"),
                        line -> assertThat(line).matches(time + "(?!kf001).+: 您好 👋"),
                        line -> assertThat(line).matches(time + "系统: 已转接"),
                        line -> assertThat(line).matches(time + "李女士: \\[文件] 发票.pdf"));
    }

    @Test
    void showsMarkupAsTextOnAPageThatRunsNothing() {
        say(scene.http(), "<script>alert(1)</script> & \"<img onerror=x>\"");

        var page = scene.http().get(path("?format=html"));

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(page.text())
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&lt;img onerror=x&gt;&quot;")
                .doesNotContain("<script", "<img");
    }

    @Test
    void writesAllOfALongConversation() {
        scope.run(
                ChatScene.ACME,
                () -> IntStream.rangeClosed(1, 405)
                        .forEach(number -> conversations.post(scene.id(), "第" + number + "条")));

        assertThat(scene.http().get(path("")).text().lines().skip(3).map(line -> line.replaceAll(".*: ", "")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 405)
                        .mapToObj(number -> "第" + number + "条")
                        .toList());
    }

    @Test
    void isForThoseWhoMayReadTheConversation() {
        for (var reader : List.of("kf001", "ticketing.manager", "acme.admin")) {
            assertThat(Http.as(reader).get(path("")).status()).as(reader).isEqualTo(200);
        }
        for (var other : List.of("kf002", "vip.manager", "acme.auditor", "acme.designer")) {
            assertThat(Http.as(other).get(path("")).code()).as(other).isIn("not_yours", "forbidden");
        }
        for (var stranger : List.of("gx001", "globex.admin")) {
            assertThat(Http.as(stranger).get(path("")).status()).as(stranger).isEqualTo(404);
        }
        assertThat(ChatScene.opened().http().get(path("")).status()).isEqualTo(404);
        assertThat(Http.anonymous().get(path("")).status()).isEqualTo(401);
    }

    @Test
    void endsForWhoHasLeftWhereTheyLeft() {
        say(scene.http(), "之前");
        scope.run(ChatScene.ACME, () -> conversations.assign(scene.id(), "kf002", null, null));
        say(scene.http(), "之后");

        assertThat(Http.as("kf001").get(path("")).text()).contains("之前").doesNotContain("之后");
    }

    @Test
    void isWrittenInKnownFormsOnly() {
        assertThat(scene.http().get(path("?format=pdf")).status()).isEqualTo(422);
        assertThat(scene.http().get("/api/v1/conversations/x/transcript").code())
                .isEqualTo("conversation_unknown");
    }

    private String path(String query) {
        return "/api/v1/conversations/" + scene.conversation() + "/transcript" + query;
    }

    private void say(Http who, String body) {
        var answer = who.post(
                "/api/v1/conversations/" + scene.conversation() + "/messages",
                Map.of("id", UUID.randomUUID(), "body", body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
