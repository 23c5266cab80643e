package io.baton.rota.web;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.kernel.Actor;
import io.baton.kernel.Ids;
import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agent;
import io.baton.rota.Agents;
import io.baton.rota.Assignment;
import io.baton.rota.BulkPlanning;
import io.baton.rota.Half;
import io.baton.rota.HalfDays;
import io.baton.rota.Rota;
import io.baton.rota.RotaFeeds;
import io.baton.rota.ShiftType;
import io.baton.rota.ShiftTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** An agent's own feed, read back with the library that calendars are read with. */
@BatonTest
@ExtendWith(OutputCaptureExtension.class)
class FeedControllerTests {

    private static final String FEED = "/api/v1/rota/feed";
    private static final Tenant ACME = new Tenant("acme");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PERSON = "kf023";

    @Autowired
    private Agents agents;

    @Autowired
    private ShiftTypes types;

    @Autowired
    private Rota rota;

    @Autowired
    private BulkPlanning planning;

    @Autowired
    private RotaFeeds feeds;

    @Autowired
    private TenantScope scope;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private final Http agent = Http.as(PERSON);
    private final LocalDate day = LocalDate.now(ZONE).plusDays(100);
    private UUID early = new UUID(0, 0);
    private UUID late = new UUID(0, 0);

    @BeforeEach
    void emptyTheRota() {
        scope.run(ACME, () -> {
            agents.save(new Agent(PERSON, PERSON, "support", Set.of(), 3, false, 4, false));
            transactions.executeWithoutResult(status -> {
                jdbc.sql("update assignment set status = 'SUPERSEDED' where agent_id = ?")
                        .param(PERSON)
                        .update();
                jdbc.sql("delete from absence where agent_id = ?").param(PERSON).update();
                jdbc.sql("delete from rota_feed_entry where agent_id = ?")
                        .param(PERSON)
                        .update();
            });
            early = type("fe-early", "早，班;一", 6, 14);
            late = type("fe-late", "晚班", 15, 23);
        });
    }

    @Test
    void showsTheAddressOnceAndKeepsOnlyAHash() {
        var address = open();

        assertThat(address).matches("http://.+/ical/acme\\.[A-Za-z0-9_-]{43}\\.ics");
        var secret = secret(address);
        assertThat(agent.get(FEED).text()).doesNotContain(secret).contains("\"active\":true", "\"readAt\":null");
        assertThat(row()).contains(PERSON).doesNotContain(secret.substring(5));
        read(address);
        assertThat(agent.get(FEED).json().path("readAt").asText()).isNotEqualTo("null");
        assertThat(agent.get("/api/v1/audit/rota-feed/" + PERSON).text())
                .contains("RotaFeedOpened")
                .doesNotContain(secret);
    }

    @Test
    void doesNotKeepTheSecretForAnIdempotencyKey() {
        var key = UUID.randomUUID().toString();
        var first = agent.header("Idempotency-Key", key).post(FEED, null);
        var again = agent.header("Idempotency-Key", key).post(FEED, null);

        assertThat(again.json().path("address")).isNotEqualTo(first.json().path("address"));
        assertThat(fetch(first.json().path("address").asText()).status()).isEqualTo(404);
    }

    @Test
    void showsShiftsInUniversalTime() {
        plan(early, day);
        var address = open();

        var text = read(address).text();

        assertThat(text)
                .startsWith("BEGIN:VCALENDAR")
                .contains("DTSTART:" + day.minusDays(1).toString().replace("-", "") + "T220000Z")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H");
        var event = only(parse(text));
        assertThat(event.getSummary().getValue()).isEqualTo("早，班;一");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(at(day, 6));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(at(day, 14));
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(parse(text).validate(ICalVersion.V2_0).isEmpty()).isTrue();
    }

    @Test
    void keepsTheNameOfAnEntryAndCountsItsChanges() {
        var address = open();
        var first = plan(early, day);
        var before = only(parse(read(address).text()));

        remove(first);
        plan(late, day);
        var after = only(parse(read(address).text()));
        var again = only(parse(read(address).text()));

        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getSequence().getValue()).isEqualTo(1);
        assertThat(again.getSequence().getValue()).isEqualTo(1);
        assertThat(after.getDateStart().getValue().toInstant()).isEqualTo(at(day, 15));
    }

    @Test
    void goesOnCountingWhenAnEntryComesBack() {
        var address = open();
        var first = plan(early, day);
        read(address);
        remove(first);
        assertThat(parse(read(address).text()).getEvents()).isEmpty();

        plan(late, day);

        assertThat(only(parse(read(address).text())).getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void showsLeaveAsTimeAwayAndNothingMore() {
        var address = open();
        leave(new HalfDays(day, Half.MORNING, day.plusDays(2), Half.AFTERNOON));
        leave(HalfDays.of(day.plusDays(5), Half.AFTERNOON));

        var text = read(address).text();
        var events = parse(text).getEvents().stream()
                .sorted((one, other) -> one.getDateStart()
                        .getValue()
                        .compareTo(other.getDateStart().getValue()))
                .toList();

        assertThat(events).extracting(event -> event.getSummary().getValue()).containsExactly("Away", "Away");
        assertThat(events.getFirst().getDateStart().getValue().hasTime()).isFalse();
        assertThat(text)
                .contains("DTSTART;VALUE=DATE:" + day.toString().replace("-", ""))
                .contains("DTEND;VALUE=DATE:" + day.plusDays(3).toString().replace("-", ""))
                .doesNotContain("SICK", "PERSONAL", "DESCRIPTION");
        assertThat(events.getLast().getDateStart().getValue().toInstant()).isEqualTo(at(day.plusDays(5), 12));
    }

    @Test
    void looksAMonthBackAndFourMonthsAhead() {
        var address = open();
        var today = LocalDate.now(ZONE);
        for (int days : new int[] {-31, -30, 120, 121}) {
            plan(early, today.plusDays(days));
        }

        assertThat(parse(read(address).text()).getEvents())
                .extracting(event -> event.getDateStart().getValue().toInstant())
                .containsExactlyInAnyOrder(at(today.minusDays(30), 6), at(today.plusDays(120), 6));
    }

    @Test
    void isSpokenInTheLanguageOfWhoOpenedIt() {
        leave(HalfDays.of(day));
        var address = agent.in("zh-CN").post(FEED, null).json().path("address").asText();

        assertThat(only(parse(read(address).text())).getSummary().getValue()).isEqualTo("不在班");
    }

    @Test
    void isFetchedAgainOnlyWhenItChanged() {
        plan(early, day);
        var address = open();
        var first = read(address);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=300, private");
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(Http.anonymous()
                        .header("If-None-Match", tag)
                        .get(path(address))
                        .status())
                .isEqualTo(304);
        plan(late, day);
        assertThat(Http.anonymous()
                        .header("If-None-Match", tag)
                        .get(path(address))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isGoneWhenItIsRevokedOrReplaced() {
        var first = open();
        var second = open();
        assertThat(fetch(first).status()).isEqualTo(404);
        assertThat(fetch(second).status()).isEqualTo(200);

        assertThat(agent.delete(FEED).status()).isEqualTo(204);
        assertThat(agent.delete(FEED).status()).isEqualTo(204);

        assertThat(fetch(second).status()).isEqualTo(404);
        assertThat(fetch(second).text()).isEmpty();
        assertThat(agent.get(FEED).json().path("active").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ical/acme.ics",
                "/ical/acme.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics",
                "/ical/nowhere.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics",
                "/ical/acme.%27--.ics"
            })
    void knowsNothingOfOtherAddresses(String path) {
        assertThat(Http.anonymous().get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ical", "/ical/a/b.ics"})
    void leavesEverythingElseClosed(String path) {
        assertThat(Http.anonymous().get(path).status()).isIn(401, 403, 404);
        assertThat(Http.anonymous().post("/ical/a.ics", null).status()).isIn(401, 403);
    }

    @Test
    void readsOnlyTheRowsOfItsOwnTenant() {
        plan(early, day);
        var secret = secret(open());

        assertThat(Http.anonymous()
                        .get("/ical/globex" + secret.substring("acme".length()) + ".ics")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isClosedForWhoeverMayNotLogIn() {
        var ghost = new Actor(ACME, "fe-ghost", "ghost", "support", Set.of(Role.CUSTOMER_SERVICE), Set.of());
        var secret = scope.call(ghost, () -> feeds.open(Locale.ENGLISH));

        assertThat(Http.anonymous().get("/ical/" + secret + ".ics").status()).isEqualTo(404);
    }

    @Test
    void isReadSoOftenAndNoMore() {
        var address = open();

        var refused = refusal(Http.anonymous().header("X-Forwarded-For", "203.0.113.21"), path(address), 20);

        assertThat(refused.code()).isEqualTo("slow_down");
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(refused.text()).doesNotContain(secret(address).substring(5));
        assertThat(fetch(open()).status()).isEqualTo(200);
    }

    @Test
    void isNotGuessedFromOneAddress() {
        var stranger = Http.anonymous().header("X-Forwarded-For", "203.0.113.22");

        var refused = refusal(stranger, "/ical/guess.ics", 300);

        assertThat(refused.code()).isEqualTo("slow_down");
        assertThat(fetch(open()).status()).isEqualTo(200);
    }

    /** The first 429; the minute may end once while so many are asked for. */
    private static Http.Answer refusal(Http from, String path, int most) {
        return IntStream.rangeClosed(0, 2 * most)
                .mapToObj(time -> from.get(path))
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isForAgentsOnly() {
        for (var person : List.of("acme.auditor", "acme.designer", "vip.manager")) {
            assertThat(Http.as(person).post(FEED, null).status()).isEqualTo(403);
            assertThat(Http.as(person).get(FEED).status()).isEqualTo(403);
        }
    }

    @Test
    void writesTheSecretIntoNoLog(CapturedOutput output) {
        var address = open();
        read(address);
        agent.delete(FEED);
        fetch(address);

        assertThat(output.getAll()).doesNotContain(secret(address).substring(5));
    }

    private String row() {
        return String.valueOf(scope.call(
                ACME,
                () -> transactions.<String>execute(
                        status -> jdbc.sql("select f::text from rota_feed f where agent_id = ?")
                                .param(PERSON)
                                .query(String.class)
                                .single())));
    }

    private String open() {
        var answer = agent.post(FEED, null);
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().path("address").asText();
    }

    private Http.Answer read(String address) {
        var answer = fetch(address);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static Http.Answer fetch(String address) {
        return Http.anonymous().get(path(address));
    }

    private static String path(String address) {
        return address.substring(address.indexOf("/ical/"));
    }

    private static String secret(String address) {
        return address.substring(address.lastIndexOf('/') + 1, address.length() - ".ics".length());
    }

    private static ICalendar parse(String text) {
        return Biweekly.parse(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .first();
    }

    private static VEvent only(ICalendar calendar) {
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }

    private Assignment plan(UUID type, LocalDate date) {
        return scope.call(Actor.system(ACME), () -> rota.assign(PERSON, date, type));
    }

    private void remove(Assignment row) {
        var admin = new Actor(ACME, "acme.admin", "admin", null, Set.of(Role.ADMIN), Set.of());
        assertThat(scope.call(admin, () -> planning.remove(List.of(row.id())))).isEmpty();
    }

    private void leave(HalfDays span) {
        scope.call(Actor.system(ACME), () -> rota.applyLeave(Ids.next(), PERSON, span));
    }

    private UUID type(String code, String zh, int start, int end) {
        types.add(new ShiftType(
                Ids.next(), code, zh, zh, "#2563eb", LocalTime.of(start, 0), LocalTime.of(end, 0), List.of()));
        return types.all().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Instant at(LocalDate date, int hour) {
        return date.atStartOfDay(ZONE).plusHours(hour).toInstant();
    }
}
