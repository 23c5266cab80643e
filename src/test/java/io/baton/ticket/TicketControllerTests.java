package io.baton.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.BatonTest;
import io.baton.Http;
import io.baton.Http.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets over HTTP, with real tokens. */
@BatonTest
class TicketControllerTests extends TicketScene {

    @Test
    void goesFromNobodyToAnAnswerAndBack() {
        var ticket = open("vip", "发票抬头有误");
        assertThat(shown(ticket).path("state").asText()).isEqualTo("NEW");

        var assigned = assign("kf017", ticket, "KF018");
        assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
        assertThat(assigned.json().path("state").asText()).isEqualTo("OPEN");
        assertThat(assigned.json().path("assignee").path("name").asText()).isEqualTo("林涛");
        assertThat(assigned.headers().firstValue("ETag"))
                .contains("\"" + assigned.json().path("version").asInt() + "\"");

        assertThat(state("kf018", ticket, "PENDING").json().path("state").asText())
                .isEqualTo("PENDING");
        assertThat(change("kf018", ticket, "/state", Map.of("state", "SOLVED", "note", " 已重开发票 "))
                        .json()
                        .path("notes")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("已重开发票");
        var reopened = state("vip.manager", ticket, "OPEN").json();
        assertThat(reopened.path("assignee").path("id").asText()).isEqualTo("kf018");
        assertThat(instant(reopened, "dueAt"))
                .isEqualTo(instant(reopened, "waitingSince").plus(Duration.ofDays(1)));
        assertThat(assign("kf018", ticket, null).json().path("state").asText()).isEqualTo("NEW");
        assertThat(state("vip.manager", ticket, "CLOSED").json().path("state").asText())
                .isEqualTo("CLOSED");
        assertThat(state("acme.admin", ticket, "OPEN").code()).isEqualTo("ticket_state");

        assertThat(Http.as("vip.manager")
                        .get("/api/v1/audit/ticket/" + ticket.id())
                        .json()
                        .findValuesAsText("what"))
                .containsExactly(
                        "TicketOpened",
                        "TicketAssigned",
                        "TicketPended",
                        "TicketSolved",
                        "TicketNoted",
                        "TicketReopened",
                        "TicketReleased",
                        "TicketClosed");
    }

    @ParameterizedTest
    @CsvSource({"URGENT,PT4H", "HIGH,PT8H", "NORMAL,PT24H", "LOW,PT72H"})
    void isDueAsItsPrioritySays(TicketPriority priority, Duration term) {
        var ticket = open("vip", "座位");
        var changed = change("kf017", ticket, "/priority", Map.of("priority", priority))
                .json();
        assertThat(changed.path("priority").asText()).isEqualTo(priority.name());
        assertThat(instant(changed, "dueAt"))
                .isEqualTo(instant(changed, "createdAt").plus(term));
    }

    @Test
    void goesToAnotherDepartmentByWhoeverLeadsThisOne() {
        var ticket = open("vip", "退票转售后");
        assign("kf017", ticket, "kf017");
        var away = Map.of("department", "aftersales");
        assertThat(change("kf017", ticket, "/assignment", away).status()).isEqualTo(403);
        assertThat(change("vip.manager", ticket, "/assignment", Map.of("department", "nowhere"))
                        .status())
                .isEqualTo(422);
        assertThat(change("vip.manager", ticket, "/assignment", Map.of("department", "aftersales", "assignee", "kf018"))
                        .status())
                .isEqualTo(422);
        assertThat(shown(ticket).path("department").asText()).isEqualTo("vip");

        var moved = change("vip.manager", ticket, "/assignment", away);
        assertThat(moved.json().path("state").asText()).isEqualTo("NEW");
        assertThat(moved.json().path("assignee").isMissingNode()).isTrue();
        assertThat(Http.as("kf017").get(path(ticket, "")).status()).isEqualTo(404);
        assertThat(Http.as("kf011").get(path(ticket, "")).status()).isEqualTo(200);

        var given = change("acme.admin", ticket, "/assignment", Map.of("department", "ticketing", "assignee", "kf001"));
        assertThat(given.json().path("assignee").path("id").asText()).isEqualTo("kf001");
        assertThat(given.json().path("state").asText()).isEqualTo("OPEN");
    }

    @Test
    void isGivenOnlyToPeopleOfItsDepartment() {
        var ticket = open("vip", "座位");
        for (var nobody : List.of("kf001", "gx001", "acme.admin", "nobody", "", " ", "a\u0000b")) {
            var answer = assign("kf017", ticket, nobody);
            assertThat(answer.status()).as(nobody + answer.text()).isEqualTo(422);
        }
        assertThat(assign("kf017", ticket, "x".repeat(101)).status()).isEqualTo(422);
        assertThat(Http.as("kf017")
                        .get(path(ticket, "/assignees"))
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .contains("kf017", "kf018", "vip.manager")
                .doesNotContain("kf001", "acme.admin", "gx001");
        assertThat(shown(ticket).path("state").asText()).isEqualTo("NEW");
    }

    @Test
    void refusesWhatWasSeenInAnotherVersion() {
        var ticket = open("vip", "座位");
        var seen = Http.as("kf017").get(path(ticket, ""));
        var tag = seen.headers().firstValue("ETag").orElseThrow();
        var first =
                Http.as("kf017").header("If-Match", tag).post(path(ticket, "/priority"), Map.of("priority", "HIGH"));
        assertThat(first.status()).isEqualTo(200);
        for (var verb : Map.of(
                        "/priority",
                        Map.of("priority", "LOW"),
                        "/state",
                        Map.of("state", "CLOSED"),
                        "/assignment",
                        Map.of("assignee", "kf018"))
                .entrySet()) {
            var late = Http.as("kf018").header("If-Match", tag).post(path(ticket, verb.getKey()), verb.getValue());
            assertThat(late.status()).as(verb.getKey()).isEqualTo(412);
            assertThat(Http.as("kf018")
                            .post(path(ticket, verb.getKey()), verb.getValue())
                            .status())
                    .as(verb.getKey())
                    .isEqualTo(428);
        }
        assertThat(shown(ticket).path("priority").asText()).isEqualTo("HIGH");
        assertThat(shown(ticket).path("state").asText()).isEqualTo("NEW");
    }

    @Test
    void keepsNotesForever() {
        var ticket = open("vip", "座位");
        var key = UUID.randomUUID().toString();
        var note = Http.as("kf017").header("Idempotency-Key", key);
        assertThat(note.post(path(ticket, "/notes"), Map.of("text", "客户要靠过道的座位"))
                        .status())
                .isEqualTo(201);
        assertThat(note.post(path(ticket, "/notes"), Map.of("text", "客户要靠过道的座位"))
                        .status())
                .isEqualTo(201);
        assertThat(Http.as("vip.manager")
                        .post(path(ticket, "/notes"), Map.of("text", "字".repeat(10_000)))
                        .status())
                .isEqualTo(201);
        var notes = shown(ticket).path("notes");
        assertThat(notes).hasSize(2);
        assertThat(notes.path(0).path("author").path("name").asText()).isEqualTo("何欣");
        assertThat(notes.path(0).path("at").asText()).isNotEmpty();
        for (var sql : List.of("update ticket_note set text = 'x'", "delete from ticket_note")) {
            assertThatThrownBy(() -> as(Samples.SYSTEM, () -> jdbc.sql(sql).update()))
                    .hasRootCauseMessage("ERROR: permission denied for table ticket_note");
        }
        assertThat(Http.as("kf017").get(TICKETS + "?text=" + ticket.number()).text())
                .doesNotContain("过道");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "a\u0000b", "\ud800"})
    void refusesNotesThatAreNone(String text) {
        var ticket = open("vip", "座位");
        var body = "{\"text\":\""
                + text.replace("\n", "\\n").replace("\u0000", "\\u0000").replace("\ud800", "\\ud800") + "\"}";
        assertThat(Http.as("kf017").post(path(ticket, "/notes"), body).status()).isEqualTo(422);
        assertThat(shown(ticket).path("notes")).isEmpty();
    }

    @Test
    void refusesNotesThatAreTooLong() {
        var ticket = open("vip", "座位");
        var text = "字".repeat(10_001);
        assertThat(Http.as("kf017")
                        .post(path(ticket, "/notes"), Map.of("text", text))
                        .status())
                .isEqualTo(422);
        var solved = change("kf017", ticket, "/state", Map.of("state", "CLOSED", "note", text));
        assertThat(solved.status()).isEqualTo(422);
        assertThat(shown(ticket).path("state").asText()).isEqualTo("NEW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"RESOLVED\"",
                "\"open\"",
                "\"\"",
                "null",
                "[]",
                "{}",
                "1e9",
                "true",
                "\"'; drop table ticket; --\""
            })
    void refusesStatesThatAreNone(String state) {
        var ticket = open("vip", "座位");
        var answer =
                Http.as("kf017").header("If-Match", "\"1\"").post(path(ticket, "/state"), "{\"state\":" + state + "}");
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(shown(ticket).path("state").asText()).isEqualTo("NEW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=RESOLVED",
                "state=NEW,,X",
                "priority=HUGE",
                "order=OLDEST",
                "limit=0",
                "limit=201",
                "limit=x",
                "mine=perhaps",
                "text=a%00b",
                "department=%00"
            })
    void refusesQuestionsThatAreNone(String query) {
        var answer = Http.as("acme.admin").get(TICKETS + "?" + query);
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(Http.as("acme.admin").get(TICKETS + "?cursor=nothing").status())
                .isEqualTo(404);
        assertThat(Http.as("acme.admin")
                        .get(TICKETS + "?cursor=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listsWhatIsAskedFor() {
        var word = "词" + UUID.randomUUID();
        var late = open("vip", word + " 迟");
        var urgent = open("vip", word + " 急", TicketPriority.URGENT, "c1");
        var other = open("ticketing", word + " 别处");
        age(late, Duration.ofDays(2));
        assign("kf017", urgent, "kf017");

        assertThat(subjects("kf017", word, "")).containsExactly(urgent.number(), late.number());
        assertThat(subjects("acme.auditor", word, "")).containsExactly(other.number(), urgent.number(), late.number());
        assertThat(subjects("acme.admin", word, "&department=ticketing")).containsExactly(other.number());
        assertThat(subjects("kf017", word, "&order=DUE")).containsExactly(late.number(), urgent.number());
        assertThat(subjects("kf017", word, "&overdue=true")).containsExactly(late.number());
        assertThat(subjects("kf017", word, "&mine=true")).containsExactly(urgent.number());
        assertThat(subjects("kf018", word, "&mine=true")).isEmpty();
        assertThat(subjects("kf017", word, "&unassigned=true")).containsExactly(late.number());
        assertThat(subjects("kf017", word, "&state=NEW,PENDING")).containsExactly(late.number());
        assertThat(subjects("kf017", word, "&priority=URGENT")).containsExactly(urgent.number());
        assertThat(subjects("kf017", late.number().toLowerCase(Locale.ROOT), ""))
                .containsExactly(late.number());
        assertThat(subjects("kf017", "%25" + word, "")).isEmpty();
        assertThat(Http.as("kf017").get(TICKETS + "?department=ticketing").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEWEST", "DUE"})
    void listsPageByPageAndNothingTwice(String order) {
        var word = "页" + UUID.randomUUID();
        var all = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            all.add(open("vip", word + i).number());
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = list("kf017", "?limit=2&order=" + order + "&text=" + word + cursor)
                    .json();
            seen.addAll(page.path("items").findValuesAsText("number"));
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyElementsOf(order.equals("DUE") ? all : all.reversed());
    }

    @Test
    void countsWhatIsThere() {
        var before = counts("kf022");
        var ticket = open("vip", "数");
        var late = open("vip", "迟");
        age(late, Duration.ofDays(2));
        assign("kf022", ticket, "kf022");
        var after = counts("kf022");
        assertThat(after.path("states").path("NEW").asInt()
                        - before.path("states").path("NEW").asInt())
                .isEqualTo(1);
        assertThat(after.path("mine").asInt() - before.path("mine").asInt()).isEqualTo(1);
        assertThat(after.path("overdue").asInt() - before.path("overdue").asInt())
                .isEqualTo(1);
        assertThat(Http.as("kf022")
                        .get(TICKETS + "/counts?department=ticketing")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void showsNothingToOthers() {
        var ticket = open("vip", "座位");
        for (var person : List.of("kf001", "ticketing.manager", "gx001", "globex.admin", "globex.manager")) {
            assertThat(Http.as(person).get(path(ticket, "")).status())
                    .as(person)
                    .isEqualTo(404);
            assertThat(Http.as(person).post(path(ticket, "/take-up"), null).status())
                    .as(person)
                    .isEqualTo(404);
            assertThat(Http.as(person)
                            .post(path(ticket, "/notes"), Map.of("text", "x"))
                            .status())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(Http.as("acme.auditor").get(path(ticket, "")).status()).isEqualTo(200);
        assertThat(Http.as("acme.auditor")
                        .post(path(ticket, "/notes"), Map.of("text", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("acme.designer").get(path(ticket, "")).status()).isEqualTo(403);
        assertThat(Http.as("kf017").get(TICKETS + "/no-id").status()).isEqualTo(404);
        assertThat(Http.as("kf017").get(TICKETS + "/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(Http.anonymous().get(path(ticket, "")).status()).isEqualTo(401);
        assertThat(visitor().http().get(path(ticket, "")).status()).isEqualTo(403);
    }

    @Test
    void isTakenUpByAnAgentOfItsDepartmentOnly() {
        var ticket = open("vip", "座位");
        assertThat(Http.as("vip.manager").post(path(ticket, "/take-up"), null).status())
                .isEqualTo(403);
        assertThat(Http.as("acme.admin").post(path(ticket, "/take-up"), null).status())
                .isEqualTo(403);
        state("vip.manager", ticket, "CLOSED");
        assertThat(Http.as("kf017").post(path(ticket, "/take-up"), null).code()).isEqualTo("ticket_state");
    }

    private static List<String> subjects(String person, String text, String more) {
        return list(person, "?text=" + text + more).json().path("items").findValuesAsText("number");
    }

    private static JsonNode counts(String person) {
        return Http.as(person).get(TICKETS + "/counts").json();
    }

    private static Answer list(String person, String query) {
        var answer = Http.as(person).get(TICKETS + encoded(query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String encoded(String query) {
        return URI.create(query.replace(" ", "%20")).toASCIIString();
    }
}
