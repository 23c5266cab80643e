package io.baton.chat;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.TenantScope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@BatonTest
class SearchTests {

    private static final String SEARCH = "/api/v1/messages/search";

    @Autowired
    private Conversations conversations;

    @Autowired
    private TenantScope scope;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private SearchSweep sweep;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    private ChatScene.Scene scene;
    /** A word that no other test says. */
    private String word;

    @BeforeEach
    void open() {
        scene = new ChatScene(conversations, scope).with("kf001");
        scope.run(ChatScene.ACME, () -> conversations.route(scene.id(), "ticketing", null));
        word = "w" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void findsAMessageAMomentAfterItWasSaid() {
        say("您好 " + word);
        var sent = say("请问 " + word + " 怎么退票？");
        indexed(2);
        var hits = hits(find("acme.admin", word + " 退票"));
        assertThat(hits).hasSize(1);
        var hit = hits.getFirst();
        assertThat(hit.path("conversationId").asText()).isEqualTo(scene.conversation());
        assertThat(hit.path("number").asText()).startsWith("C-");
        assertThat(hit.path("seq").asLong()).isEqualTo(2);
        assertThat(hit.path("customer").asText()).isEqualTo("李女士");
        assertThat(hit.path("sender").path("type").asText()).isEqualTo("CUSTOMER");
        assertThat(hit.path("sender").path("name").asText()).isEqualTo("李女士");
        assertThat(hit.path("sentAt").asText())
                .isEqualTo(sent.json().path("sentAt").asText());
        var text = hit.path("snippet").path("text").asText();
        var mark = hit.path("snippet").path("marks").get(1);
        assertThat(text.substring(mark.path("start").asInt(), mark.path("end").asInt()))
                .isEqualTo("退票");
    }

    @Test
    void pagesNewestFirst() {
        IntStream.rangeClosed(1, 5).forEach(number -> say(word + " " + number));
        indexed(5);
        var seqs = new ArrayList<Long>();
        var cursor = "";
        do {
            var page = Http.as("acme.admin")
                    .get(SEARCH + "?limit=2&q=" + word + cursor)
                    .json();
            page.path("items").forEach(hit -> seqs.add(hit.path("seq").asLong()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        assertThat(seqs).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void shipsNothingThatOnlyLooksAlike() {
        say(word + " 退票和票费");
        say(word + " 退票费");
        indexed(2);
        assertThat(seqs(find("acme.admin", word + " 退票费"))).containsExactly(2L);
        assertThat(seqs(find("acme.admin", word + " 退票"))).containsExactly(2L, 1L);
    }

    @Test
    void findsOnlyWhatTheCallerMayRead() {
        say(word);
        indexed(1);
        for (var reader : List.of("kf001", "ticketing.manager", "acme.admin")) {
            assertThat(hits(find(reader, word))).as(reader).hasSize(1);
        }
        for (var other : List.of("kf002", "vip.manager", "gx001", "globex.admin", "globex.manager")) {
            assertThat(hits(find(other, word))).as(other).isEmpty();
        }
        for (var refused : List.of("acme.auditor", "acme.designer")) {
            assertThat(find(refused, word).status()).as(refused).isEqualTo(403);
        }
        assertThat(scene.http().get(SEARCH + "?q=" + word).status()).isEqualTo(403);
        assertThat(Http.anonymous().get(SEARCH + "?q=" + word).status()).isEqualTo(401);
    }

    @Test
    void showsWhoHasLeftNothingThatWasSaidLater() {
        say(word + " before");
        scope.run(ChatScene.ACME, () -> conversations.assign(scene.id(), "kf002", null, null));
        say(word + " after");
        indexed(2);
        assertThat(seqs(find("kf001", word))).containsExactly(1L);
        assertThat(seqs(find("kf002", word))).containsExactly(2L, 1L);
    }

    @Test
    void showsManagersWhatTheyTookPartInElsewhereUpToWhereTheyLeft() {
        scope.run(ChatScene.ACME, () -> {
            conversations.route(scene.id(), "vip", null);
            conversations.assign(scene.id(), "ticketing.manager", null, null);
        });
        say(word + " before");
        scope.run(ChatScene.ACME, () -> conversations.assign(scene.id(), "kf002", null, null));
        say(word + " after");
        indexed(2);
        assertThat(seqs(find("ticketing.manager", word))).containsExactly(1L);
        assertThat(seqs(find("vip.manager", word))).containsExactly(2L, 1L);
    }

    @Test
    void filtersByCustomerAgentCategoryStateAndTime() {
        var before = Instant.now().minusSeconds(60);
        say(word);
        indexed(1);
        var after = Instant.now().plusSeconds(60);
        assertThat(filtered("&customer=" + scene.visitor())).hasSize(1);
        assertThat(filtered("&customer=" + encoded("李女士"))).hasSize(1);
        assertThat(filtered("&customer=" + encoded("王先生"))).isEmpty();
        assertThat(filtered("&customer=" + UUID.randomUUID())).isEmpty();
        assertThat(filtered("&agent=kf001")).hasSize(1);
        assertThat(filtered("&agent=kf002")).isEmpty();
        assertThat(filtered("&category=refund")).hasSize(1);
        assertThat(filtered("&category=vip")).isEmpty();
        assertThat(filtered("&state=WITH_AGENT")).hasSize(1);
        assertThat(filtered("&state=CLOSED")).isEmpty();
        assertThat(Http.as("acme.admin").get(SEARCH + "?state=NONE").status()).isEqualTo(422);
        assertThat(filtered("&from=" + before + "&to=" + after)).hasSize(1);
        assertThat(filtered("&to=" + before)).isEmpty();
        assertThat(filtered("&from=" + after)).isEmpty();
        assertThat(hits(Http.as("ticketing.manager").get(SEARCH + "?customer=" + scene.visitor())))
                .hasSize(1);
        assertThat(hits(Http.as("kf001").get(SEARCH + "?customer=" + scene.visitor())))
                .hasSize(1);
    }

    @Test
    void findsAFileByItsName() {
        scene.http()
                .upload(
                        "/api/v1/conversations/" + scene.conversation() + "/files",
                        Map.of("id", UUID.randomUUID().toString()),
                        "发票 " + word + ".pdf",
                        FileSamples.pdf());
        indexed(1);
        var hit = hits(find("kf001", "发票 " + word)).getFirst();
        assertThat(hit.path("snippet").path("text").asText()).isEqualTo("发票 " + word + ".pdf");
        assertThat(hit.path("contentType").asText()).isEqualTo(StoredFile.MESSAGE);
        assertThat(hits(find("kf001", word + " fileId"))).isEmpty();
    }

    @Test
    void writesDownWhatNobodyToldOnceHoweverManyLook() throws Exception {
        IntStream.rangeClosed(1, 20).forEach(seq -> insert(seq, word + " " + seq));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var walk : pool.invokeAll(List.of(
                    () -> sweep.sweep(true, Duration.ZERO),
                    () -> sweep.sweep(false, Duration.ZERO),
                    () -> sweep.sweep(true, Duration.ZERO)))) {
                walk.get();
            }
        }
        assertThat(count()).isEqualTo(20);
        assertThat(seqs(find("kf001", word + " 7"))).containsExactly(7L);
        assertThat(sweep.sweep(false, Duration.ZERO)).isZero();
    }

    @Test
    void findsAGapBelowTheNewest() {
        say(word + " one");
        indexed(1);
        insert(2, word + " two");
        say(word + " three");
        await().atMost(10, SECONDS).until(() -> count() >= 2);
        sweep.sweep(false, Duration.ZERO);
        assertThat(seqs(find("kf001", word))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void looksThroughOldConversationsAsWell() {
        insert(1, word);
        inAcme(
                "update conversation set state = 'CLOSED', closed_at = now(), opened_at = now() where id = :id",
                Map.of());
        sweep.sweep(true, Duration.ZERO);
        assertThat(seqs(find("kf001", word))).containsExactly(1L);
    }

    /** Below row-level security this index would not be asked: baton_search is there so that it is. */
    @Test
    void asksTheIndexOfWords() throws Exception {
        say(word);
        indexed(1);
        inAcme("""
                with noise as (insert into message_token (conversation_id, seq, sent_at, tokens)
                select gen_random_uuid(), 1, now(), array['noise', 'n' || i] from generate_series(1, 2000) i returning 1)
                select count(*) from noise where :id is not null
                """, Map.of());
        analyze();
        var asked = scope.call(
                ChatScene.ACME,
                () -> transactions.execute(status -> {
                    jdbc.sql("select set_config('enable_seqscan', 'off', true)")
                            .query(String.class)
                            .single();
                    var found = jdbc.sql("""
                                    select count(*) from baton_search(array[?], '-infinity', 'infinity', null, null, null,
                                        'acme.admin', null, true, null, null, null, null, 10)
                                    """).param(word).query(Integer.class).single();
                    assertThat(found).isEqualTo(1);
                    return jdbc.sql("""
                                    select sum(pg_stat_get_xact_numscans(i.indexrelid)) from pg_index i
                                    join pg_inherits p on p.inhrelid = i.indrelid
                                    join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
                                    where p.inhparent = 'message_token'::regclass and m.amname = 'gin'
                                    """).query(Integer.class).single();
                }));
        assertThat(asked).isPositive();
    }

    @Test
    void givesUpASearchThatTakesTooLong() throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table message_token in access exclusive mode");
            assertThat(find("kf001", word).code()).isEqualTo("search_too_wide");
            owner.rollback();
        }
        assertThat(find("kf001", word).status()).isEqualTo(200);
    }

    /** The planner must know what is rare; only the owner may tell it at once. */
    private void analyze() throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("analyze message_token");
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?q=%EF%BC%8C%E3%80%82!",
                "?q=a%00b",
                "?q=x&from=yesterday",
                "?q=x&from=%2B1000000000-12-31T23:59:59Z",
                "?q=x&to=1900-01-01T00:00:00Z",
                "?q=x&limit=0",
                "?q=x&limit=201",
                "?q=x&cursor=x",
                "?q=x&cursor=AAAA",
                "?q=x&cursor=__________________________________________8",
                "?q=x&customer=%00",
                "?q=x&agent=%00"
            })
    void refusesBadSearchesWithoutAFault(String query) {
        var answer = Http.as("kf001").get(SEARCH + query);
        assertThat(answer.status()).as(answer.text()).isIn(400, 404, 422);
    }

    @Test
    void refusesEndlessSearches() {
        assertThat(Http.as("kf001").get(SEARCH + "?q=" + "x".repeat(7_000)).status())
                .isIn(400, 414, 422);
        assertThat(Http.as("kf001").get(SEARCH + "?q=" + "x".repeat(10_000)).status())
                .isIn(400, 414, 422, 431);
    }

    private Answer say(String text) {
        var sent = scene.http()
                .post(
                        "/api/v1/conversations/" + scene.conversation() + "/messages",
                        Map.of("id", UUID.randomUUID(), "body", text));
        assertThat(sent.status()).isEqualTo(201);
        return sent;
    }

    private List<JsonNode> filtered(String filter) {
        return hits(Http.as("acme.admin").get(SEARCH + "?q=" + word + filter));
    }

    private static Answer find(String person, String text) {
        return Http.as(person).get(SEARCH + "?q=" + encoded(text));
    }

    private static List<JsonNode> hits(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }

    private static List<Long> seqs(Answer answer) {
        return hits(answer).stream().map(hit -> hit.path("seq").asLong()).toList();
    }

    private void indexed(int messages) {
        await().atMost(10, SECONDS).until(() -> count() == messages);
    }

    private int count() {
        return inAcme("select count(*) from message_token where conversation_id = :id", Map.of());
    }

    /** A message that another node has stored without telling this one. */
    private void insert(long seq, String body) {
        inAcme("""
                with stored as (insert into message (tenant_id, conversation_id, seq, client_id, sender_type, sender_id,
                    body, content_type, sent_at)
                values ('acme', :id, :seq, gen_random_uuid(), 'AGENT', 'kf001', :body, 'text/plain', now()) returning 1)
                select count(*) from stored
                """, Map.of("seq", seq, "body", body));
    }

    private int inAcme(String sql, Map<String, Object> parameters) {
        return scope.call(
                ChatScene.ACME,
                () -> transactions.execute(status -> {
                    var statement = jdbc.sql(sql).param("id", scene.id()).params(parameters);
                    return sql.startsWith("update")
                            ? statement.update()
                            : statement.query(Integer.class).single();
                }));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
