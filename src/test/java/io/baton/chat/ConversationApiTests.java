package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.BatonTest;
import io.baton.Http;
import io.baton.kernel.Ids;
import io.baton.kernel.NoticeRaised;
import io.baton.kernel.TenantScope;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BatonTest
class ConversationApiTests {

    private static final String ALL = "/api/v1/conversations";

    @Autowired
    private Conversations conversations;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private ChatScene.Scene scene;
    private String path;

    @BeforeEach
    void open() {
        scene = new ChatScene(conversations, scope).with("kf001");
        scope.run(ChatScene.ACME, () -> conversations.route(scene.id(), "ticketing", null));
        path = ALL + "/" + scene.conversation();
    }

    @Test
    void givesACustomerTheOpenConversationHoweverOftenTheButtonIsPressed() throws Exception {
        var visitor = ChatScene.visitor(Map.of());
        var customer = Http.with(visitor.json().path("token").asText());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(press -> () -> customer.post(ALL, Map.of())
                            .json()
                            .path("conversationId")
                            .asText())
                    .toList();
            Set<String> opened = new HashSet<>();
            for (var press : pool.invokeAll(presses)) {
                opened.add(press.get());
            }
            assertThat(opened).hasSize(1).doesNotContain("");
        }
    }

    @Test
    void showsWhoAndHowFarAndWhatWasSaidLast() {
        send("您好", 1);
        send("请问怎么退票？", 2);
        var view = Http.as("kf001").get(path).json();
        assertThat(view.path("number").asText()).matches("C-\\d{8}-\\d{6}");
        assertThat(view.path("state").asText()).isEqualTo("WITH_AGENT");
        assertThat(view.path("customer").path("name").asText()).isEqualTo("李女士");
        assertThat(view.path("agent").path("id").asText()).isEqualTo("kf001");
        assertThat(view.path("subject").asText()).isEqualTo("退票");
        assertThat(view.path("lastSeq").asInt()).isEqualTo(2);
        assertThat(view.path("unread").asInt()).isEqualTo(2);
        assertThat(view.path("lastMessage").path("body").asText()).isEqualTo("请问怎么退票？");
        assertThat(view.path("rating").isNull()).isTrue();
    }

    @Test
    void saysSinceWhenTheCustomerWaitsForAnAnswer() {
        assertThat(Http.as("kf001").get(path).json().path("waitingSince").isNull())
                .isTrue();
        send("您好", 1);
        send("有人吗？", 2);
        var asked = Http.as("kf001").get(path).json();
        var first = scene.http().get(path + "/messages").json().path("items").get(0);
        assertThat(asked.path("waitingSince").asText())
                .isEqualTo(first.path("sentAt").asText());
        assertThat(asked.path("customerReadSeq").asInt()).isZero();
        Http.as("kf001").post(path + "/messages", Map.of("id", UUID.randomUUID().toString(), "body", "在的"));
        assertThat(Http.as("kf001").get(path).json().path("waitingSince").isNull())
                .isTrue();
    }

    @Test
    void sendsAMessageOnceHoweverOftenItIsPosted() {
        var body = Map.of("id", UUID.randomUUID().toString(), "body", "您好");
        var first = scene.http().post(path + "/messages", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("seq").asInt()).isEqualTo(1);
        assertThat(scene.http().post(path + "/messages", body).json()).isEqualTo(first.json());
    }

    @Test
    void pagesThroughMessagesInBothDirections() {
        IntStream.rangeClosed(1, 5).forEach(number -> send("m" + number, number));
        var newest = scene.http().get(path + "/messages?limit=2").json();
        assertThat(newest.path("items")).hasSize(2);
        assertThat(newest.path("items").get(1).path("seq").asInt()).isEqualTo(5);
        var older = scene.http()
                .get(path + "/messages?limit=2&before=" + newest.path("next").asText())
                .json();
        assertThat(older.path("items").get(0).path("seq").asInt()).isEqualTo(2);
        var later = scene.http().get(path + "/messages?limit=2&after=3").json();
        assertThat(later.path("items").get(0).path("seq").asInt()).isEqualTo(4);
        assertThat(later.path("next").isNull()).isTrue();
        assertThat(scene.http().get(path + "/messages?after=1&before=2").status())
                .isEqualTo(422);
    }

    @Test
    void showsAConversationToThoseWhoMayReadItAndToNobodyElse() {
        assertThat(scene.http().get(path).status()).isEqualTo(200);
        assertThat(Http.as("kf001").get(path).status()).isEqualTo(200);
        assertThat(Http.as("ticketing.manager").get(path).status()).isEqualTo(200);
        assertThat(Http.as("acme.admin").get(path).status()).isEqualTo(200);
        assertThat(Http.as("kf002").get(path).status()).isEqualTo(403);
        assertThat(Http.as("vip.manager").get(path).status()).isEqualTo(403);
        assertThat(Http.as("acme.auditor").get(path).status()).isEqualTo(403);
        assertThat(Http.as("acme.designer").get(path).status()).isEqualTo(403);
        assertThat(ChatScene.opened().http().get(path).status()).isEqualTo(404);
        assertThat(Http.as("globex.admin").get(path).status()).isEqualTo(404);
        assertThat(Http.as("gx001").get(path).status()).isEqualTo(404);
        assertThat(Http.anonymous().get(path).status()).isEqualTo(401);
    }

    @Test
    void listsOwnConversationsOnly() {
        assertThat(ids(scene.http())).containsExactly(scene.conversation());
        assertThat(ids(Http.as("kf001"))).contains(scene.conversation());
        assertThat(ids(Http.as("ticketing.manager"))).contains(scene.conversation());
        assertThat(ids(Http.as("acme.admin"))).contains(scene.conversation());
        assertThat(ids(Http.as("kf002"))).doesNotContain(scene.conversation());
        assertThat(ids(Http.as("vip.manager"))).doesNotContain(scene.conversation());
        assertThat(ids(Http.as("globex.admin"))).doesNotContain(scene.conversation());
        assertThat(Http.as("acme.auditor").get(ALL).status()).isEqualTo(403);
        assertThat(Http.as("kf001")
                        .get(ALL + "?state=WITH_AGENT&limit=1")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(Http.as("kf001").get(ALL + "?state=NONE").status()).isEqualTo(422);
    }

    @Test
    void narrowsTheListByWhatIsKnownOfAConversation() {
        var number = Http.as("kf001").get(path).json().path("number").asText();
        for (var reader : List.of("kf001", "ticketing.manager", "acme.admin")) {
            var who = Http.as(reader);
            for (var fits : List.of(
                    "number=" + number,
                    "customer=" + scene.visitor(),
                    "customer=%E6%9D%8E%E5%A5%B3%E5%A3%AB&limit=200",
                    "agent=kf001&limit=200",
                    "category=refund&limit=200",
                    "from=" + Instant.now().minusSeconds(3_600) + "&limit=200",
                    "state=WITH_AGENT&number=" + number)) {
                assertThat(ids(who, "?" + fits)).as(reader + " " + fits).contains(scene.conversation());
            }
            for (var other : List.of(
                    "number=C-1",
                    "customer=" + UUID.randomUUID(),
                    "customer=nobody",
                    "agent=kf009",
                    "category=other",
                    "to=" + Instant.now().minusSeconds(3_600),
                    "from=" + Instant.now().plusSeconds(3_600),
                    "state=CLOSED&number=" + number)) {
                assertThat(ids(who, "?" + other)).as(reader + " " + other).doesNotContain(scene.conversation());
            }
        }
        assertThat(ids(Http.as("kf002"), "?number=" + number)).isEmpty();
        assertThat(ids(Http.as("globex.admin"), "?number=" + number)).doesNotContain(scene.conversation());
        for (var wrong : List.of(
                "from=3000-01-01T00:00:00Z",
                "to=1900-01-01T00:00:00Z",
                "customer=%00",
                "category=" + "x".repeat(201))) {
            assertThat(Http.as("kf001").get(ALL + "?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(Http.as("kf001").get(ALL + "?from=yesterday").status()).isEqualTo(422);
    }

    @Test
    void endsAConversationOnceAndTakesARatingAfterwards() {
        assertThat(scene.http().post(path + "/rating", Map.of("score", 5)).code())
                .isEqualTo("conversation_open");
        assertThat(Http.as("kf002").post(path + "/close", null).status()).isEqualTo(403);
        var closed = scene.http().post(path + "/close", null).json();
        assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
        assertThat(closed.path("closeReason").asText()).isEqualTo("closed_by_customer");
        var again = Http.as("kf001").post(path + "/close", Map.of("reason", "later"));
        assertThat(again.json().path("closeReason").asText()).isEqualTo("closed_by_customer");
        var rated = scene.http().post(path + "/rating", Map.of("score", 5, "comment", "很快"));
        assertThat(rated.json().path("rating").asInt()).isEqualTo(5);
        assertThat(Http.as("kf001").post(path + "/rating", Map.of("score", 5)).status())
                .isEqualTo(403);
        assertThat(scene.http().post(path + "/messages", message("late")).code())
                .isEqualTo("conversation_closed");
        var next = scene.http().post(ALL, null).json().path("conversationId").asText();
        assertThat(next).isNotEmpty().isNotEqualTo(scene.conversation());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"x\",\"body\":\"b\"}",
                "{\"body\":\"b\"}",
                "{\"id\":\"0f5b0e3e-6a53-4a4c-9d60-0d7a2f0c8a11\",\"body\":\" \"}",
                "{\"id\":\"0f5b0e3e-6a53-4a4c-9d60-0d7a2f0c8a11\",\"body\":\"b\",\"contentType\":\"text/html\"}",
                "{",
                "[]"
            })
    void refusesBadMessagesWithoutAFault(String body) {
        assertThat(scene.http().post(path + "/messages", body).status()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0f5b0e3e-6a53-4a4c-9d60-0d7a2f0c8a11", "%00", "1"})
    void doesNotKnowWhatIsNoConversation(String id) {
        assertThat(Http.as("kf001").get(ALL + "/" + id).status()).isIn(400, 404);
    }

    @Test
    void admitsVisitorsAndRenewsTheirTokens() {
        var visitor = ChatScene.visitor(Map.of("attributes", Map.of("order", "A-1"), "page", "https://shop.example/"));
        assertThat(visitor.status()).isEqualTo(201);
        var renewed = Http.with(visitor.json().path("token").asText()).post("/api/v1/visitors/renewal", null);
        assertThat(renewed.status()).isEqualTo(201);
        assertThat(renewed.json().path("visitorId")).isEqualTo(visitor.json().path("visitorId"));
        assertThat(Http.as("kf001").post("/api/v1/visitors/renewal", null).status())
                .isEqualTo(401);
        assertThat(Http.with("rubbish").post("/api/v1/visitors/renewal", null).status())
                .isEqualTo(401);
    }

    @Test
    void knowsACustomerAgainWhomTheCompanyHasSigned() {
        var id = "customer-" + UUID.randomUUID();
        var signed = Map.of("externalId", id, "signature", CustomerSignature.of(id, "acme-demo-widget"));
        var first = ChatScene.visitor(signed).json().path("visitorId").asText();
        assertThat(ChatScene.visitor(signed).json().path("visitorId").asText()).isEqualTo(first);
        assertThat(ChatScene.visitor(Map.of("externalId", id))
                        .json()
                        .path("visitorId")
                        .asText())
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"tenant\":\"\"}",
                "{\"tenant\":\"NOPE!\"}",
                "{\"tenant\":\"unknown\"}",
                "nonsense",
                "{\"tenant\":\"acme\",\"attributes\":{\"\":\"x\"}}",
                "{\"tenant\":\"acme\",\"attributes\":7}"
            })
    void refusesBadVisitorsWithoutAFault(String body) {
        assertThat(Http.anonymous().post("/api/v1/visitors", body).status()).isIn(400, 404, 422);
    }

    @Test
    void letsOnlyCustomersOpenConversations() {
        assertThat(Http.as("kf001").post(ALL, null).status()).isEqualTo(403);
        assertThat(Http.with("rubbish").post(ALL, null).status()).isEqualTo(401);
    }

    @Test
    void keepsNoticesUntilTheyAreReadByTheirOwner() {
        var kind = "test." + UUID.randomUUID();
        events.publishEvent(new NoticeRaised(ChatScene.ACME, "kf007", kind, "中文", "English", "/desk/"));
        var notice =
                Http.as("kf007").get("/api/v1/notices").json().path("items").get(0);
        assertThat(notice.path("kind").asText()).isEqualTo(kind);
        assertThat(notice.path("title").asText()).isEqualTo("English");
        assertThat(Http.as("kf007")
                        .in("zh-CN")
                        .get("/api/v1/notices")
                        .json()
                        .path("items")
                        .get(0)
                        .path("title")
                        .asText())
                .isEqualTo("中文");
        var read = "/api/v1/notices/" + notice.path("noticeId").asText() + "/read";
        assertThat(Http.as("kf008").post(read, null).status()).isEqualTo(404);
        assertThat(Http.as("kf007").post(read, null).status()).isEqualTo(204);
        assertThat(Http.as("kf007")
                        .get("/api/v1/notices")
                        .json()
                        .path("items")
                        .get(0)
                        .path("read")
                        .asBoolean())
                .isTrue();
        events.publishEvent(new NoticeRaised(ChatScene.ACME, "kf007", kind, "中文", "English", "/desk/"));
        var unread = Http.as("kf007")
                .get("/api/v1/notices?unread=true&limit=200")
                .json()
                .path("items");
        assertThat(unread).isNotEmpty().noneMatch(each -> each.path("read").asBoolean());
        assertThat(Http.as("kf007").post("/api/v1/notices:read-all", null).status())
                .isEqualTo(204);
        assertThat(Http.as("kf007").get("/api/v1/notices?unread=true").json().path("items"))
                .isEmpty();
    }

    @Test
    void writesTheEndOfAConversationIntoTheTrail() {
        scene.http().post(path + "/close", null);
        var trail = Http.as("acme.admin")
                .get("/api/v1/audit/conversation/" + scene.conversation())
                .json();
        assertThat(trail.path("items"))
                .extracting(entry -> entry.path("what").asText())
                .contains("ConversationOpened", "ConversationClosed");
    }

    @Test
    void reachesMessagesThroughTheirParentOnlyAndChangesNone() {
        send("您好", 1);
        assertThatThrownBy(() -> within("select count(*) from message_" + month()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> within("delete from message returning 1")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> within("update message set body = '' returning 1"))
                .isInstanceOf(DataAccessException.class);
        assertThat(within("select count(*) from message where conversation_id = '" + scene.conversation() + "'"))
                .isEqualTo(1);
    }

    @Test
    void hidesMessagesFromWorkOfAnotherTenantAndOfNone() {
        send("您好", 1);
        var count = "select count(*) from message where conversation_id = '" + scene.conversation() + "'";
        assertThat(scope.call(new io.baton.kernel.Tenant("globex"), () -> query(count)))
                .isZero();
        assertThat(query(count)).isZero();
    }

    @Test
    void hasPartitionsForMonthsAheadWithBoundsThatJavaAndSqlAgreeOn() {
        assertThat(query("select count(*) from pg_inherits where inhparent = 'message'::regclass"))
                .isGreaterThanOrEqualTo(6);
        assertThat(jdbc.sql("select baton_message_bound(date '2026-12-01')")
                        .query(UUID.class)
                        .single())
                .isEqualTo(Ids.floor(Instant.parse("2026-12-01T00:00:00Z")));
        assertThat(query("select baton_message_partitions(3)")).isZero();
    }

    private long within(String sql) {
        return scope.call(ChatScene.ACME, () -> query(sql));
    }

    private long query(String sql) {
        var found =
                transactions.execute(status -> jdbc.sql(sql).query(Long.class).single());
        return found == null ? -1 : found;
    }

    private String month() {
        return java.time.YearMonth.now(java.time.ZoneOffset.UTC)
                .format(java.time.format.DateTimeFormatter.ofPattern("yyyyMM", java.util.Locale.ROOT));
    }

    private void send(String body, int seq) {
        var sent = scene.http().post(path + "/messages", message(body));
        assertThat(sent.json().path("seq").asInt()).isEqualTo(seq);
    }

    private static Map<String, String> message(String body) {
        return Map.of("id", UUID.randomUUID().toString(), "body", body);
    }

    private static Set<String> ids(Http who) {
        return ids(who, "?limit=200");
    }

    private static Set<String> ids(Http who, String query) {
        var ids = new HashSet<String>();
        who.get(ALL + query)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
