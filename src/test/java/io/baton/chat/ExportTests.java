package io.baton.chat;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.Actor;
import io.baton.kernel.Role;
import io.baton.kernel.TenantScope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BatonTest
class ExportTests {

    private static final String EXPORT = "/api/v1/conversations/export";

    @Autowired
    private Conversations conversations;

    @Autowired
    private ConversationExports exports;

    @Autowired
    private ExportProgress progress;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void exportsConversationsAsOneArray() {
        var scene = inDepartment("ticketing");
        scene.http()
                .post(
                        "/api/v1/conversations/" + scene.conversation() + "/messages",
                        Map.of("id", UUID.randomUUID(), "body", "secret of the customer"));
        var answer = Http.as("acme.admin").get(EXPORT + "?format=json&agent=kf001");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        var rows = answer.json();
        assertThat(answer.headers().firstValue("X-Total-Count")).contains("" + rows.size());
        var row = rows.get(rows.size() - 1);
        assertThat(row.path("id").asText()).isEqualTo(scene.conversation());
        assertThat(row.path("customer").asText()).isEqualTo("李女士");
        assertThat(row.path("messages").asInt()).isEqualTo(1);
        assertThat(answer.text()).doesNotContain("secret of the customer");
    }

    @Test
    void exportsATableInTheLanguageOfTheCaller() {
        inDepartment("ticketing");
        var answer = Http.as("acme.admin").in("zh-CN").get(EXPORT + "?agent=kf001");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "conversations.csv");
        assertThat(answer.text()).startsWith("\uFEFF编号,客户,").contains("C-", "李女士", "+08:00");
        assertThat(Http.as("acme.admin").get(EXPORT).text()).startsWith("\uFEFFNumber,Customer,");
    }

    @Test
    void givesManagersTheirDepartmentOnly() {
        var ours = inDepartment("ticketing");
        var theirs = inDepartment("vip");
        var nobodys = ChatScene.opened();
        assertThat(Http.as("ticketing.manager").get(EXPORT + "?format=json").text())
                .contains(ours.conversation())
                .doesNotContain(theirs.conversation(), nobodys.conversation());
        assertThat(Http.as("acme.admin").get(EXPORT + "?format=json").text())
                .contains(ours.conversation(), theirs.conversation(), nobodys.conversation());
        assertThat(Http.as("globex.admin").get(EXPORT + "?format=json").text()).doesNotContain(ours.conversation());
        for (var person : List.of("kf001", "acme.auditor", "acme.designer")) {
            assertThat(Http.as(person).get(EXPORT).status()).as(person).isEqualTo(403);
            assertThat(Http.as(person)
                            .get(EXPORT + "/progress?id=" + UUID.randomUUID())
                            .status())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(ours.http().get(EXPORT).status()).isEqualTo(403);
    }

    @Test
    void filtersByTimeAgentCategoryAndState() {
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var scene = inDepartment("ticketing");
        var after = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
        assertThat(exported("&from=" + before + "&to=" + after)).contains(scene.conversation());
        assertThat(exported("&to=" + before)).doesNotContain(scene.conversation());
        assertThat(exported("&from=" + after)).doesNotContain(scene.conversation());
        assertThat(exported("&agent=kf001")).contains(scene.conversation());
        assertThat(exported("&agent=kf009")).doesNotContain(scene.conversation());
        assertThat(exported("&category=refund")).contains(scene.conversation());
        assertThat(exported("&category=other")).doesNotContain(scene.conversation());
        assertThat(exported("&state=WITH_AGENT")).contains(scene.conversation());
        assertThat(exported("&state=CLOSED")).doesNotContain(scene.conversation());
        assertThat(exported("&number=C-1")).isEqualTo("[]");
    }

    @Test
    void exportsThoseInWhichAPhraseWasSaid() {
        var word = "w" + UUID.randomUUID().toString().replace("-", "");
        var scene = inDepartment("ticketing");
        var other = inDepartment("ticketing");
        say(scene, word + " 票面改名");
        say(other, word + " 票面和改名");
        say(inDepartment("vip"), word + " 票面改名");
        await().atMost(10, SECONDS)
                .until(() -> Http.as("acme.admin")
                                .get("/api/v1/messages/search?q=" + word)
                                .json()
                                .path("items")
                                .size()
                        == 3);
        var phrase = URLEncoder.encode(word + " 票面改名", StandardCharsets.UTF_8);
        var answer = Http.as("ticketing.manager").get(EXPORT + "?format=json&q=" + phrase);
        assertThat(answer.json()).hasSize(1);
        assertThat(answer.json().get(0).path("id").asText()).isEqualTo(scene.conversation());
        assertThat(answer.headers().firstValue("X-Total-Count")).contains("1");
        assertThat(Http.as("acme.admin")
                        .get(EXPORT + "?format=json&q=" + phrase)
                        .json())
                .hasSize(2);
        assertThat(exported("&q=" + word + "&to=" + Instant.now().minusSeconds(60)))
                .isEqualTo("[]");
        assertThat(exported("&q=" + word + "&customer=" + other.visitor()))
                .contains(other.conversation())
                .doesNotContain(scene.conversation());
        assertThat(exported("&customer=" + scene.visitor()))
                .contains(scene.conversation())
                .doesNotContain(other.conversation());
        assertThat(Http.as("acme.admin").get(EXPORT + "?q=%21%3F").status()).isEqualTo(422);
    }

    private static void say(ChatScene.Scene scene, String body) {
        scene.http()
                .post(
                        "/api/v1/conversations/" + scene.conversation() + "/messages",
                        Map.of("id", UUID.randomUUID(), "body", body));
    }

    @Test
    void tellsHowFarItIsToWhoeverStartedIt() {
        inDepartment("ticketing");
        var id = UUID.randomUUID();
        var total = Http.as("ticketing.manager")
                .get(EXPORT + "?id=" + id)
                .headers()
                .firstValue("X-Total-Count")
                .orElseThrow();
        var step =
                Http.as("ticketing.manager").get(EXPORT + "/progress?id=" + id).json();
        assertThat(step.path("state").asText()).isEqualTo("DONE");
        assertThat(step.path("written").asText()).isEqualTo(total);
        assertThat(step.path("total").asText()).isEqualTo(total);
        assertThat(Http.as("acme.admin").get(EXPORT + "/progress?id=" + id).code())
                .isEqualTo("export_unknown");
        assertThat(Http.as("acme.admin").get(EXPORT + "/progress?id=x").code()).isEqualTo("export_unknown");
    }

    @Test
    void goesThroughManyPagesWithoutLosingOrRepeatingAny() {
        var category = "c" + UUID.randomUUID();
        insert(category, 1_201);
        scope.run(admin(), () -> {
            var export = exports.begin(
                    null, "json", ConversationExports.Query.of(null, null, null, category, null, null, null, null));
            assertThat(export.total()).isEqualTo(1_201);
            var seen = new ArrayList<UUID>();
            exports.<RuntimeException>write(export, row -> {
                seen.add(row.id());
                if (seen.size() == 600) {
                    assertThat(progress.of(export.id()))
                            .isEqualTo(new ExportProgress.Step(ExportProgress.State.RUNNING, 500, 1_201));
                }
            });
            assertThat(seen).hasSize(1_201).doesNotHaveDuplicates();
            assertThat(progress.of(export.id()).state()).isEqualTo(ExportProgress.State.DONE);
        });
    }

    @Test
    void saysThatItFailedWhenTheReaderGoesAway() {
        inDepartment("ticketing");
        scope.run(admin(), () -> {
            var export = exports.begin(
                    null, "csv", ConversationExports.Query.of(null, null, null, null, null, null, null, null));
            assertThatThrownBy(() -> exports.<java.io.IOException>write(export, row -> {
                        throw new java.io.IOException("gone");
                    }))
                    .hasMessage("gone");
            assertThat(progress.of(export.id()).state()).isEqualTo(ExportProgress.State.FAILED);
        });
    }

    @Test
    void keepsATrailOfWhoTookWhat() {
        var id = UUID.randomUUID();
        Http.as("ticketing.manager").get(EXPORT + "?format=json&category=refund&id=" + id);
        var trail =
                Http.as("acme.auditor").get("/api/v1/audit/export/" + id).json().path("items");
        assertThat(trail).hasSize(1);
        assertThat(trail.get(0).path("what").asText()).isEqualTo("ConversationsExported");
        assertThat(trail.get(0).path("actor").asText()).isEqualTo("ticketing.manager");
        assertThat(trail.get(0).path("comment").asText()).startsWith("json, ").contains("category refund");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?format=xlsx",
                "?from=yesterday",
                "?from=%2B1000000000-12-31T23:59:59Z",
                "?to=1900-01-01T00:00:00Z",
                "?state=NONE",
                "?id=x",
                "?agent=%00",
                "?category=%00"
            })
    void refusesBadInputWithoutAFault(String query) {
        var answer = Http.as("acme.admin").get(EXPORT + query);
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.headers().firstValue("X-Total-Count")).isEmpty();
    }

    private ChatScene.Scene inDepartment(String department) {
        var scene = new ChatScene(conversations, scope).with("kf001");
        scope.run(ChatScene.ACME, () -> conversations.route(scene.id(), department, null));
        return scene;
    }

    private static String exported(String filter) {
        Answer answer = Http.as("ticketing.manager").get(EXPORT + "?format=json" + filter);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private void insert(String category, int count) {
        scope.run(
                ChatScene.ACME,
                () -> transactions.executeWithoutResult(
                        status -> jdbc.sql("""
                                with people as (
                                    insert into customer (id, tenant_id, name, created_at)
                                    select uuidv7(), 'acme', 'x', now() from generate_series(1, ?) returning id)
                                insert into conversation (id, tenant_id, number, customer_id, category, state, opened_at)
                                select uuidv7(), 'acme', 'X-' || id, id, ?, 'OPEN', now() from people
                                """).params(count, category).update()));
    }

    private static Actor admin() {
        return new Actor(ChatScene.ACME, "acme.admin", "Admin", null, Set.of(Role.ADMIN), Set.of("acme.admins"));
    }
}
