package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who may know what of a customer, and what is written down. */
@BatonTest
class CustomerNotesTests {

    private static final List<String> THOSE_WHO_MAY = List.of("kf001", "ticketing.manager", "acme.admin");

    @Autowired
    private Conversations conversations;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    private ChatScene.Scene scene;
    private String customer = "";

    @BeforeEach
    void open() {
        scene = new ChatScene(conversations, scope).with("kf001");
        scope.run(ChatScene.ACME, () -> conversations.route(scene.id(), "ticketing", null));
        customer = "/api/v1/customers/" + scene.visitor();
    }

    @Test
    void areForThoseWhoHaveToDoWithTheCustomer() {
        for (var person : THOSE_WHO_MAY) {
            assertThat(Http.as(person).get(customer + "/profile").status())
                    .as(person)
                    .isEqualTo(200);
            assertThat(note(person, "常客，喜欢过道座位", null).status()).as(person).isEqualTo(201);
        }
        assertThat(Http.as("kf001").get(customer + "/notes").json().path("items"))
                .hasSize(3);
        for (var person : List.of("kf002", "kf017", "vip.manager", "globex.admin", "globex.manager", "gx001")) {
            assertThat(Http.as(person).get(customer + "/profile").code())
                    .as(person)
                    .isEqualTo("customer_unknown");
            assertThat(Http.as(person).get(customer + "/notes").code())
                    .as(person)
                    .isEqualTo("customer_unknown");
            assertThat(note(person, "x", null).code()).as(person).isEqualTo("customer_unknown");
        }
        for (var person : List.of("acme.auditor", "acme.designer")) {
            assertThat(Http.as(person).get(customer + "/profile").status())
                    .as(person)
                    .isEqualTo(403);
            assertThat(Http.as(person).get(customer + "/notes").status())
                    .as(person)
                    .isEqualTo(403);
            assertThat(note(person, "x", null).status()).as(person).isEqualTo(403);
        }
    }

    @Test
    void areNeverForCustomers() {
        note("kf001", "难缠", scene.conversation());
        assertThat(scene.http().get(customer + "/notes").status()).isEqualTo(403);
        assertThat(scene.http().get(customer + "/profile").status()).isEqualTo(403);
        assertThat(scene.http().post(customer + "/notes", Map.of("text", "x")).status())
                .isEqualTo(403);
        var path = "/api/v1/conversations/" + scene.conversation();
        assertThat(scene.http().get(path + "/messages").json().path("items")).isEmpty();
        assertThat(scene.http().get(path).text()).doesNotContain("难缠");
    }

    @Test
    void areReadByWhoHasServedTheCustomerBefore() {
        scope.run(ChatScene.ACME, () -> conversations.assign(scene.id(), "kf002", null, null));
        note("kf002", "已转接", null);
        assertThat(Http.as("kf001").get(customer + "/notes").json().path("items"))
                .hasSize(1);
        assertThat(Http.as("kf001").get(customer).status()).isEqualTo(200);
    }

    @Test
    void ofAConversationAreForItsDepartment() {
        note("kf001", "票务的备注", scene.conversation());
        scene.http().post("/api/v1/conversations/" + scene.conversation() + "/close", null);
        var next = scene.http()
                .post("/api/v1/conversations", null)
                .json()
                .path("conversationId")
                .asText();
        scope.run(ChatScene.ACME, () -> conversations.assign(UUID.fromString(next), "kf017", null, null));
        scope.run(ChatScene.ACME, () -> conversations.route(UUID.fromString(next), "vip", null));
        note("kf017", "贵宾的备注", next);
        note("kf017", "大家的备注", null);
        assertThat(texts("kf017")).containsExactly("大家的备注", "贵宾的备注");
        assertThat(texts("vip.manager")).containsExactly("大家的备注", "贵宾的备注");
        assertThat(texts("kf001")).containsExactly("大家的备注", "票务的备注");
        assertThat(texts("acme.admin")).containsExactly("大家的备注", "贵宾的备注", "票务的备注");
        assertThat(note("kf017", "x", scene.conversation()).code()).isEqualTo("conversation_unknown");
        assertThat(note("acme.admin", "x", ChatScene.opened().conversation()).code())
                .isEqualTo("conversation_unknown");
    }

    @Test
    void tellWhoWroteThemWhenAndOfWhat() {
        var written =
                note("kf001", " 第一行\n第二行 <b>😀</b> ", scene.conversation()).json();
        var read = Http.as("ticketing.manager")
                .get(customer + "/notes")
                .json()
                .path("items")
                .get(0);
        assertThat(read).isEqualTo(written);
        assertThat(read.path("text").asText()).isEqualTo("第一行\n第二行 <b>😀</b>");
        assertThat(read.path("author").path("id").asText()).isEqualTo("kf001");
        assertThat(read.path("author").path("name").asText()).isNotBlank();
        assertThat(read.path("conversationId").asText()).isEqualTo(scene.conversation());
        assertThat(read.path("number").asText()).startsWith("C-");
        assertThat(read.path("at").asText()).isNotBlank();
    }

    @Test
    void arePagedNewestFirst() {
        for (int i = 0; i < 5; i++) {
            note("kf001", "备注 " + i, null);
        }
        var first = Http.as("kf001").get(customer + "/notes?limit=3").json();
        assertThat(first.path("items").findValuesAsText("text")).containsExactly("备注 4", "备注 3", "备注 2");
        var second = Http.as("kf001")
                .get(customer + "/notes?limit=3&cursor=" + first.path("next").asText())
                .json();
        assertThat(second.path("items").findValuesAsText("text")).containsExactly("备注 1", "备注 0");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(Http.as("kf001").get(customer + "/notes?cursor=x").code()).isEqualTo("cursor_unknown");
        assertThat(Http.as("kf001").get(customer + "/notes?limit=0").status()).isEqualTo(422);
    }

    @Test
    void areWrittenOnceHoweverOftenTheyAreSent() {
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            assertThat(Http.as("kf001")
                            .header("Idempotency-Key", key)
                            .post(customer + "/notes", Map.of("text", "一次"))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(texts("kf001")).containsExactly("一次");
    }

    @Test
    void areNotEndless() {
        inAcme("""
                insert into customer_note (id, customer_id, author, author_name, at, text)
                select gen_random_uuid(), ?, 'kf001', 'kf001', now(), 'x' from generate_series(1, 1000)
                """);
        assertThat(note("kf001", "一千零一", null).code()).isEqualTo("notes_full");
    }

    @Test
    void stayAsTheyWereWrittenAndInTheirCompany() {
        note("kf001", "不变", null);
        assertThatThrownBy(() -> inAcme("update customer_note set text = '' where customer_id = ?"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> inAcme("delete from customer_note where customer_id = ?"))
                .isInstanceOf(DataAccessException.class);
        scope.run(
                new Tenant("globex"),
                () -> transactions.executeWithoutResult(status -> {
                    for (var table : List.of("customer_note", "customer_page", "customer_event", "tag")) {
                        assertThat(jdbc.sql("select count(*) from %s where tenant_id = 'acme'".formatted(table))
                                        .query(Integer.class)
                                        .single())
                                .isZero();
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\" \"}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"text\":\"\\ud83d\"}",
                "{\"text\":\"x\",\"conversationId\":\"x\"}",
                "["
            })
    void refuseWhatIsNone(String body) {
        assertThat(Http.as("kf001").post(customer + "/notes", body).status()).isIn(400, 422);
    }

    @Test
    void refuseWhatIsTooLong() {
        assertThat(note("kf001", "x".repeat(1_000_000), null).code()).isEqualTo("invalid");
        assertThat(note("kf001", "😀".repeat(8_000), null).code()).isEqualTo("invalid");
        assertThat(note("kf001", "😀".repeat(5_000), null).status()).isEqualTo(201);
    }

    private Answer note(String person, String text, @Nullable String conversation) {
        var body = new HashMap<String, Object>(Map.of("text", text));
        if (conversation != null) {
            body.put("conversationId", conversation);
        }
        return Http.as(person).post(customer + "/notes", body);
    }

    private List<String> texts(String person) {
        return Http.as(person).get(customer + "/notes").json().path("items").findValuesAsText("text");
    }

    private void inAcme(String sql) {
        scope.run(
                ChatScene.ACME,
                () -> transactions.executeWithoutResult(status ->
                        jdbc.sql(sql).param(UUID.fromString(scene.visitor())).update()));
    }
}
