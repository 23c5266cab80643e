package io.baton.rota.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.rota.NoticeSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar over HTTP; notices of real years go to the company whose rota no other test looks at. */
@BatonTest
class CalendarControllerTests {

    private static final String CALENDAR = "/api/v1/calendar";
    private static final String IMPORT = "/api/v1/calendar:import";
    private static final AtomicInteger YEARS = new AtomicInteger(2080);

    private final int year = YEARS.getAndIncrement();
    private final Http admin = Http.as("acme.admin");
    private final Http globex = Http.as("globex.admin");

    @Test
    void saysThatAYearIsNotAnnounced() {
        var found = Http.as("kf001").get(CALENDAR + "?year=" + year);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().path("announced").asBoolean(true)).isFalse();
        assertThat(found.json().path("days")).isEmpty();
        assertThat(texts(found.json().path("restDays"))).containsExactly("SATURDAY", "SUNDAY");
        assertThat(found.headers().firstValue("ETag")).contains("\"0\"");
    }

    @ParameterizedTest
    @CsvSource({"1999, 422", "2100, 422", "next, 422"})
    void refusesYearsThatAreNone(String text, int status) {
        assertThat(admin.get(CALENDAR + "?year=" + text).status()).isEqualTo(status);
    }

    @Test
    void changesADayAndMakesItPlainAgain() {
        var changed = seen(0).put(day("-06-01"), Map.of("kind", "DAY_OFF", "zh", "公司日", "en", "Company day"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("days").get(0).path("name").asText()).isEqualTo("Company day");
        assertThat(changed.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(admin.in("zh-CN").get(CALENDAR + "?year=" + year).text()).contains("\"name\":\"公司日\"");
        assertThat(Http.as("acme.auditor").get("/api/v1/audit/calendar/" + year).text())
                .contains("CalendarDayChanged", year + "-06-01 DAY_OFF 公司日");

        var plain = seen(1).delete(day("-06-01"));
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.json().path("days")).isEmpty();
        assertThat(plain.json().path("announced").asBoolean(true)).isFalse();
    }

    @Test
    void tellsTheSecondOfTwoWhoEditAtOnce() {
        var body = Map.of("kind", "DAY_OFF", "zh", "公司日");
        seen(0).put(day("-07-01"), body);

        var late = seen(0).put(day("-07-02"), body);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("changed_meanwhile");
        assertThat(admin.put(day("-07-02"), body).status()).isEqualTo(428);
        assertThat(admin.delete(day("-07-01")).status()).isEqualTo(428);
        assertThat(days(admin.get(CALENDAR + "?year=" + year).json())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"kind\":null}", "{\"kind\":\"DAY_OFF\",\"zh\":\"%s\"}"})
    void refusesDaysThatAreNone(String body) {
        var long51 = body.formatted("长".repeat(51));

        assertThat(seen(0).put(day("-06-02"), long51).status()).isEqualTo(422);
        assertThat(seen(0).put(CALENDAR + "/" + year + "-02-30", Map.of("kind", "DAY_OFF"))
                        .status())
                .isEqualTo(422);
        assertThat(seen(0).put(CALENDAR + "/1999-01-01", Map.of("kind", "DAY_OFF"))
                        .status())
                .isEqualTo(422);
        assertThat(seen(0).put(day("-06-02"), "{\"kind\":\"PARTY\"}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"2024, 11", "2025, 13", "2026, 13"})
    void importsANotice(int year, int statutory) {
        var before = globex.get(CALENDAR + "?year=" + year);
        var preview = globex.post(IMPORT + "?dryRun=true", NoticeSamples.file(year));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(globex.get(CALENDAR + "?year=" + year).text()).isEqualTo(before.text());

        var report = globex.post(IMPORT, NoticeSamples.file(year));

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().path("statutory").asInt()).isEqualTo(statutory);
        assertThat(report.json().path("missing")).isEmpty();
        var after = globex.get(CALENDAR + "?year=" + year).json();
        assertThat(after.path("announced").asBoolean()).isTrue();
        assertThat(days(after))
                .filteredOn(day -> kind(day).equals("STATUTORY_HOLIDAY"))
                .hasSize(statutory);
        var again = globex.post(IMPORT + "?dryRun=true", NoticeSamples.file(year));
        assertThat(again.json().path("days"))
                .noneMatch(day -> day.path("changed").asBoolean());
    }

    @Test
    void namesEveryEntryThatIsWrongAndTakesNone() {
        var good = Map.of("name", "公司日", "date", year + "-06-01", "isOffDay", true);
        var entries = new ArrayList<>(Arrays.asList(
                good,
                null,
                Map.of("name", " ", "date", year + "-06-03", "isOffDay", true),
                Map.of("name", "节", "date", "2080/06/04", "isOffDay", "yes"),
                Map.of("name", "节", "date", (year + 1) + "-02-01", "isOffDay", true),
                good,
                Map.of("name", List.of(), "date", 20_800_607)));

        var refused = admin.in("en").post(IMPORT, Map.of("year", year, "days", entries));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(violations(refused.json(), "field"))
                .containsExactly(
                        "days[1].",
                        "days[2].name",
                        "days[3].date",
                        "days[3].isOffDay",
                        "days[4].date",
                        "days[5].date",
                        "days[6].name",
                        "days[6].date",
                        "days[6].isOffDay");
        assertThat(violations(refused.json(), "index").toList())
                .isEqualTo(List.of("1", "2", "3", "3", "4", "5", "6", "6", "6"));
        assertThat(violations(refused.json(), "message")).contains("This date stands in the file twice.");
        assertThat(admin.in("zh-CN")
                        .post(IMPORT, Map.of("year", year, "days", entries))
                        .text())
                .contains("该日期在文件中重复。");
        assertThat(admin.get(CALENDAR + "?year=" + year)
                        .json()
                        .path("announced")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void refusesAFileWithoutAYearOrWithoutDays() {
        assertThat(admin.post(IMPORT, Map.of()).status()).isEqualTo(422);
        assertThat(admin.post(IMPORT, Map.of("year", 2013, "days", List.of())).status())
                .isEqualTo(422);
        assertThat(admin.post(IMPORT, Map.of("year", year, "days", List.of())).status())
                .isEqualTo(422);
        assertThat(admin.post(IMPORT, "{\"year\":").status()).isEqualTo(400);
        assertThat(admin.post(IMPORT, "{\"year\":2080,\"days\":[\"x\"]}").status())
                .isEqualTo(400);
    }

    @Test
    void asksAPersonToLookAtWhatItCannotTell() {
        var file = new HashMap<String, Object>(Map.of("year", year));
        file.put("days", List.of(Map.of("name", "公司日", "date", (year - 1) + "-12-30", "isOffDay", true)));

        var report = admin.post(IMPORT, file).json();

        assertThat(report.path("days").get(0).path("doubt").asText()).isEqualTo("UNKNOWN_NAME");
        assertThat(report.path("missing")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(admin.get(CALENDAR + "?year=" + (year - 1))
                        .json()
                        .path("announced")
                        .asBoolean(true))
                .isFalse();
        assertThat(days(admin.get(CALENDAR + "?year=" + (year - 1)).json()))
                .anyMatch(day -> day.path("date").asText().equals((year - 1) + "-12-30"));
    }

    @Test
    void refusesANoticeForAYearThatWasChangedMeanwhile() {
        seen(0).put(day("-08-01"), Map.of("kind", "DAY_OFF", "zh", "公司日"));
        var file =
                Map.of("year", year, "days", List.of(Map.of("name", "公司日", "date", year + "-08-02", "isOffDay", true)));

        assertThat(seen(0).post(IMPORT, file).status()).isEqualTo(412);
        assertThat(days(admin.get(CALENDAR + "?year=" + year).json())).hasSize(1);
        assertThat(seen(1).post(IMPORT, file).status()).isEqualTo(200);
        assertThat(days(admin.get(CALENDAR + "?year=" + year).json())).hasSize(2);
    }

    @Test
    void letsOnlyAdministratorsChangeIt() {
        for (var person : List.of("kf001", "ticketing.manager", "acme.auditor")) {
            var caller = Http.as(person).header("If-Match", "\"0\"");
            assertThat(caller.put(day("-09-01"), Map.of("kind", "DAY_OFF")).status())
                    .isEqualTo(403);
            assertThat(caller.delete(day("-09-01")).status()).isEqualTo(403);
            assertThat(caller.post(IMPORT, NoticeSamples.file(2026)).status()).isEqualTo(403);
        }
    }

    private Http seen(int version) {
        return admin.header("If-Match", "\"" + version + "\"");
    }

    private String day(String date) {
        return CALENDAR + "/" + year + date;
    }

    private static String kind(JsonNode day) {
        return day.path("kind").asText();
    }

    private static List<JsonNode> days(JsonNode year) {
        return stream(year.path("days")).toList();
    }

    private static Stream<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText);
    }

    private static Stream<String> violations(JsonNode problem, String field) {
        return stream(problem.path("violations")).map(each -> each.path(field).asText());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
