package io.baton.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Customers say how they can be reached, each for the own ticket. */
@BatonTest
@ExtendWith(OutputCaptureExtension.class)
class TicketContactTests extends TicketScene {

    private static final Map<String, String> CONTACT =
            Map.of("name", "李女士", "email", "li.nv.shi@example.cn", "phone", "+86 138 0013 8000");

    @Test
    void isKeptWithTheTicketAndNowhereElse(CapturedOutput output) {
        var visitor = visitor();
        var ticket = open("vip", "退票", TicketPriority.NORMAL, visitor.id());
        var answer = visitor.http()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(path(ticket, "/contact"), CONTACT);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("number").asText()).isEqualTo(ticket.number());

        var contact = shown(ticket).path("contact");
        assertThat(contact.path("email").asText()).isEqualTo("li.nv.shi@example.cn");
        assertThat(contact.path("phone").asText()).isEqualTo("+86 138 0013 8000");
        assertThat(Http.as("kf017").get(TICKETS + "?text=" + ticket.number()).text())
                .doesNotContain("138", "example.cn");

        var trail = Http.as("acme.auditor").get("/api/v1/audit/ticket/" + ticket.id());
        assertThat(trail.json().findValuesAsText("what")).containsExactly("TicketOpened", "TicketContactLeft");
        assertThat(trail.text()).doesNotContain("138 0013", "li.nv.shi");
        assertThat(output.getAll()).doesNotContain("138 0013", "li.nv.shi");
        assertThat(as(
                        Samples.SYSTEM,
                        () -> jdbc.sql("select count(*) from idempotent_answer where body like '%0013%'")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void isTakenFromOtherSitesButNothingElseIs() {
        var ticket = open("vip", "退票");
        var site = Http.anonymous()
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST");
        assertThat(site.send("OPTIONS", path(ticket, "/contact"), null)
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isPresent();
        assertThat(site.send("OPTIONS", path(ticket, "/notes"), null)
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void replacesWhatWasLeftBefore() {
        var visitor = visitor();
        var ticket = open("vip", "退票", TicketPriority.NORMAL, visitor.id());
        visitor.http().post(path(ticket, "/contact"), CONTACT);
        visitor.http().post(path(ticket, "/contact"), Map.of("phone", "010-12345678"));
        assertThat(shown(ticket).path("contact").path("phone").asText()).isEqualTo("010-12345678");
        assertThat(shown(ticket).path("contact").path("email").isMissingNode()
                        || shown(ticket).path("contact").path("email").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "[]",
                "{\"name\":\"只有名字\"}",
                "{\"email\":\"no address\"}",
                "{\"email\":\"a@b.cn\",\"phone\":\"call me\"}",
                "{\"email\":{\"a\":1}}",
                "{\"phone\":\"12345678\\u00009\"}",
                "{\"name\":\"\\ud800\",\"phone\":\"13800138000\"}"
            })
    void refusesWhatNobodyCanBeReachedBy(String body) {
        var visitor = visitor();
        var ticket = open("vip", "退票", TicketPriority.NORMAL, visitor.id());
        var answer = visitor.http().post(path(ticket, "/contact"), body);
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(shown(ticket).path("contact").isMissingNode()).isTrue();
    }

    @Test
    void isNobodyElses() {
        var ticket = open("vip", "退票", TicketPriority.NORMAL, visitor().id());
        var stranger = visitor().http();
        assertThat(stranger.post(path(ticket, "/contact"), CONTACT).code()).isEqualTo("ticket_unknown");
        assertThat(stranger.post(TICKETS + "/no-id/contact", CONTACT).status()).isEqualTo(404);
        assertThat(Http.as("kf017").post(path(ticket, "/contact"), CONTACT).status())
                .isEqualTo(403);
        assertThat(Http.as("globex.admin")
                        .post(path(ticket, "/contact"), CONTACT)
                        .status())
                .isEqualTo(403);
        assertThat(Http.anonymous().post(path(ticket, "/contact"), CONTACT).status())
                .isIn(401, 403);
        assertThat(stranger.get(path(ticket, "")).status()).isEqualTo(403);
        assertThat(stranger.post(path(ticket, "/notes"), Map.of("text", "x")).status())
                .isEqualTo(403);
    }

    @Test
    void isNotTakenTooOftenNorOnceTheTicketIsClosed() {
        var visitor = visitor();
        var ticket = open("vip", "退票", TicketPriority.NORMAL, visitor.id());
        state("vip.manager", ticket, "CLOSED");
        var answers = IntStream.range(0, 12)
                .mapToObj(i -> visitor.http().post(path(ticket, "/contact"), CONTACT))
                .toList();
        assertThat(answers.getFirst().code()).isEqualTo("ticket_state");
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.code()).isEqualTo("slow_down");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
    }
}
