package io.baton.leave;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import io.baton.kernel.TenantScope;
import io.baton.rota.Agents;
import io.baton.rota.Rota;
import io.baton.rota.ShiftTypes;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Balances over HTTP, with real tokens. */
@BatonTest
class BalanceControllerTests {

    private static final LocalDate TODAY = LocalDate.now(LeaveWorld.ZONE);

    @BeforeEach
    void begin(
            @Autowired TenantScope scope, @Autowired Rota rota, @Autowired ShiftTypes types, @Autowired Agents agents) {
        new LeaveWorld(scope, rota, types, agents);
    }

    @Test
    void booksHoursAndShowsThemInDaysAndHours() {
        var before = hours("kf001");

        var booked = earn("ticketing.manager", "KF001", Map.of("day", TODAY, "hours", 4, "reason", reason()));

        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        assertThat(booked.json().get("kind").asText()).isEqualTo("EARN");
        assertThat(booked.json().get("change").asDouble()).isEqualTo(0.5);
        assertThat(booked.json().get("expiresOn").asText())
                .isEqualTo(TODAY.plusDays(180).toString());
        assertThat(booked.json().get("bookedBy").asText()).isEqualTo("ticketing.manager");
        var after = hours("kf001");
        assertThat(after.get("remaining").asDouble())
                .isEqualTo(before.get("remaining").asDouble() + 0.5);
        assertThat(after.get("remainingHours").asDouble())
                .isEqualTo(before.get("remainingHours").asDouble() + 4);
        assertThat(after.get("expiring").findValuesAsText("on"))
                .contains(TODAY.plusDays(180).toString());
        assertThat(Http.as("ticketing.manager")
                        .get("/api/v1/leaves/balances?agent=kf001")
                        .text())
                .isEqualTo(Http.as("kf001").get("/api/v1/leaves/balances").text());
    }

    @Test
    void keepsBalancesOfManagersForAdministratorsToBook() {
        var body = Map.<String, Object>of("day", TODAY, "hours", 8, "reason", reason());

        var booked = earn("acme.admin", "vip.manager", body);

        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        assertThat(hours("vip.manager").get("earned").asDouble()).isGreaterThanOrEqualTo(1);
        assertThat(Http.as("acme.admin")
                        .get("/api/v1/leaves/balances?agent=vip.manager")
                        .text())
                .isEqualTo(Http.as("vip.manager").get("/api/v1/leaves/balances").text());
        for (var stranger : List.of("ticketing.manager", "kf001", "vip.manager")) {
            assertThat(earn(stranger, "vip.manager", body).status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(earn("acme.admin", "acme.auditor", body).code()).isEqualTo("agent_unknown");
        assertThat(earn("globex.admin", "vip.manager", body).status()).isEqualTo(404);
    }

    @Test
    void takesHoursBackAndTellsTheTrail() {
        var booked = earn("ticketing.manager", "kf002", Map.of("day", TODAY, "hours", 2.5, "reason", reason()));
        var path = "/api/v1/balances/kf002/earnings/" + booked.json().get("id").asText() + "/reversal";

        var back = Http.as("acme.admin").post(path, Map.of("reason", "记错人"));

        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(back.json().get("kind").asText()).isEqualTo("REVERSE");
        assertThat(back.json().get("note").asText()).isEqualTo("记错人");
        assertThat(hours("kf002").get("remaining").asDouble()).isZero();
        assertThat(Http.as("kf002").get("/api/v1/audit/balance/kf002").json().findValuesAsText("what"))
                .contains("OvertimeBooked", "OvertimeReversed");
        assertThat(Http.as("kf001").get("/api/v1/audit/balance/kf002").status()).isEqualTo(404);
        assertThat(Http.as("ticketing.manager")
                        .post(path, Map.of("reason", " "))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void grantsWhatTheYearsOfWorkBring() {
        var path = "/api/v1/balances/kf022/employment";
        var since = TODAY.minusYears(21);
        var dates = Map.of("worksSince", since, "employedSince", since.plusYears(1));

        var changed = Http.as("acme.admin").put(path, dates);
        var again = Http.as("acme.admin").put(path, dates);

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().get("entitled").asInt()).isEqualTo(15);
        assertThat(changed.json().get("worksSince").asText()).isEqualTo(since.toString());
        assertThat(again.text()).isEqualTo(changed.text());
        assertThat(Http.as("kf022").get(path).text()).isEqualTo(changed.text());
        assertThat(Http.as("kf022")
                        .get("/api/v1/leaves/balances")
                        .json()
                        .get("items")
                        .get(0)
                        .get("entitled")
                        .asInt())
                .isEqualTo(15);
        var trail = Http.as("kf022").get("/api/v1/audit/balance/kf022").json().get("items");
        assertThat(trail.findValuesAsText("what"))
                .filteredOn("EmploymentChanged"::equals)
                .hasSize(1);
        assertThat(trail.findValuesAsText("after")).contains(since + " / " + since.plusYears(1));
    }

    @Test
    void letsWhoLeadsThePersonSayTheDatesAndNobodyElse() {
        var dates = Map.of("worksSince", TODAY.minusYears(2));
        var path = "/api/v1/balances/%s/employment";

        for (var person : List.of("ticketing.manager", "acme.admin")) {
            assertThat(Http.as(person).put(path.formatted("kf001"), dates).status())
                    .as(person)
                    .isEqualTo(200);
        }
        assertThat(Http.as("acme.admin")
                        .put(path.formatted("vip.manager"), dates)
                        .status())
                .isEqualTo(200);
        for (var stranger : List.of("kf001", "kf002", "vip.manager", "acme.auditor", "acme.designer")) {
            assertThat(Http.as(stranger).put(path.formatted("kf001"), dates).status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(Http.as("kf002").get(path.formatted("kf001")).status()).isEqualTo(403);
        assertThat(Http.as("ticketing.manager")
                        .put(path.formatted("ticketing.manager"), dates)
                        .code())
                .isEqualTo("employment_own");
        assertThat(Http.as("globex.admin").put(path.formatted("kf001"), dates).code())
                .isEqualTo("agent_unknown");
        assertThat(Http.as("globex.admin").get(path.formatted("kf001")).code()).isEqualTo("agent_unknown");
    }

    @Test
    void refusesDatesThatCannotBe() {
        var path = "/api/v1/balances/kf001/employment";
        var wrong = List.<Map<String, Object>>of(
                Map.of("worksSince", TODAY.plusDays(1)),
                Map.of("employedSince", TODAY.plusDays(1)),
                Map.of("worksSince", TODAY.minusDays(1), "employedSince", TODAY.minusDays(2)),
                Map.of("worksSince", "1949-12-31"),
                Map.of("worksSince", "2020-02-30"));
        for (var dates : wrong) {
            assertThat(Http.as("acme.admin").put(path, dates).status())
                    .as(dates.toString())
                    .isIn(400, 422);
        }
    }

    @Test
    void listsEveryLinePageByPage() {
        for (int i = 1; i <= 3; i++) {
            earn("ticketing.manager", "kf003", Map.of("day", TODAY, "hours", 0.5, "reason", reason()));
        }
        Http.as("kf003").get("/api/v1/leaves/balances");

        var ids = new HashSet<String>();
        var cursor = "";
        do {
            var page = Http.as("kf003")
                    .get("/api/v1/balances/kf003/entries?limit=2" + cursor)
                    .json();
            page.get("items")
                    .findValuesAsText("id")
                    .forEach(id -> assertThat(ids.add(id)).isTrue());
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());

        assertThat(ids).hasSizeGreaterThanOrEqualTo(4);
        var year = TODAY.getYear();
        assertThat(kinds("?type=ANNUAL&year=" + year)).contains("GRANT").doesNotContain("EARN");
        assertThat(kinds("?type=COMPENSATORY&year=" + year)).containsOnly("EARN");
        assertThat(kinds("?type=ANNUAL&year=" + (year - 1))).isEmpty();
    }

    @Test
    void keepsPeopleOutOfWhatIsNotTheirs() {
        var body = Map.<String, Object>of("day", TODAY, "hours", 1, "reason", reason());
        var booked = earn("ticketing.manager", "kf001", body).json().get("id").asText();
        var entries = "/api/v1/balances/kf001/entries";
        var reversal = "/api/v1/balances/kf001/earnings/" + booked + "/reversal";

        for (var stranger : List.of("kf002", "vip.manager", "acme.auditor", "acme.designer")) {
            assertThat(Http.as(stranger).get(entries).status()).as(stranger).isEqualTo(403);
            assertThat(Http.as(stranger)
                            .get("/api/v1/leaves/balances?agent=kf001")
                            .status())
                    .as(stranger)
                    .isEqualTo(403);
            assertThat(earn(stranger, "kf001", body).status()).as(stranger).isEqualTo(403);
            assertThat(Http.as(stranger).post(reversal, Map.of("reason", "x")).status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(earn("kf001", "kf001", body).status()).isEqualTo(403);
        assertThat(earn("ticketing.manager", "ticketing.manager", body).code()).isEqualTo("balance_own_hours");
        for (var foreigner : List.of("globex.admin", "globex.manager", "gx001")) {
            assertThat(Http.as(foreigner).get(entries).status()).as(foreigner).isEqualTo(404);
            assertThat(earn(foreigner, "kf001", body).status()).as(foreigner).isIn(403, 404);
            assertThat(Http.as(foreigner).post(reversal, Map.of("reason", "x")).status())
                    .as(foreigner)
                    .isIn(403, 404);
            assertThat(Http.as(foreigner).get("/api/v1/audit/balance/kf001").status())
                    .as(foreigner)
                    .isEqualTo(404);
        }
        assertThat(Http.as("acme.admin").get(entries).json().findValuesAsText("id"))
                .contains(booked);
    }

    @Test
    void refusesBadInputFieldByField() {
        for (var wrong : List.of(
                Map.<String, Object>of("hours", 1, "reason", "盘点"),
                Map.<String, Object>of("day", "tomorrow", "hours", 1, "reason", "盘点"),
                Map.<String, Object>of("day", TODAY, "hours", "many", "reason", "盘点"),
                Map.<String, Object>of("day", TODAY, "hours", 0.3, "reason", "盘点"),
                Map.<String, Object>of("day", TODAY, "hours", 25, "reason", "盘点"),
                Map.<String, Object>of("day", TODAY, "hours", -1, "reason", "盘点"),
                Map.<String, Object>of("day", TODAY.plusDays(1), "hours", 1, "reason", "盘点"),
                Map.<String, Object>of("day", "0001-01-01", "hours", 1, "reason", "盘点"),
                Map.<String, Object>of("day", TODAY, "hours", 1, "reason", " "),
                Map.<String, Object>of("day", TODAY, "hours", 1, "reason", "x".repeat(201)))) {
            var answer = earn("ticketing.manager", "kf004", wrong);
            assertThat(answer.status()).as(wrong + " " + answer.text()).isIn(400, 422);
            assertThat(answer.code()).isNotEmpty();
        }
        var manager = Http.as("ticketing.manager");
        var reversals = "/api/v1/balances/kf004/earnings/";
        assertThat(manager.post(reversals + "x/reversal", Map.of("reason", "x")).code())
                .isEqualTo("booking_unknown");
        assertThat(manager.post(reversals + UUID.randomUUID() + "/reversal", Map.of("reason", "x"))
                        .code())
                .isEqualTo("booking_unknown");
        assertThat(manager.get("/api/v1/balances/nobody/entries").code()).isEqualTo("agent_unknown");
        assertThat(manager.get("/api/v1/balances/kf004/entries?type=x").status())
                .isIn(400, 422);
        assertThat(manager.get("/api/v1/balances/kf004/entries?limit=0").status())
                .isEqualTo(422);
        assertThat(manager.get("/api/v1/balances/kf004/entries?cursor=x").status())
                .isEqualTo(404);
        assertThat(manager.get("/api/v1/leaves/balances?agent=kf004&year=1999").status())
                .isEqualTo(422);
    }

    private static List<String> kinds(String query) {
        return Http.as("kf003")
                .get("/api/v1/balances/kf003/entries" + query)
                .json()
                .get("items")
                .findValuesAsText("kind");
    }

    private static Answer earn(String by, String person, Map<String, Object> body) {
        return Http.as(by).post("/api/v1/balances/" + person + "/earnings", body);
    }

    private static JsonNode hours(String person) {
        return Http.as(person)
                .get("/api/v1/leaves/balances")
                .json()
                .get("items")
                .get(1);
    }

    /** Overtime of its own, whatever other tests booked on the day. */
    private static String reason() {
        return "盘点 " + UUID.randomUUID();
    }
}
