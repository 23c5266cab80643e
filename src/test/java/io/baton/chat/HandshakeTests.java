package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.baton.BatonTest;
import io.baton.Browser;
import io.baton.Http;
import io.baton.SocketClient;
import io.baton.SocketClient.Door;
import io.baton.Tokens;
import io.baton.development.CurrentBaton;
import io.baton.identity.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

@BatonTest
class HandshakeTests {

    @Value("${baton.widget.secret}")
    private String secret;

    @Test
    void letsStaffInByTokenInTheSubprotocol() {
        try (var desk = SocketClient.agent("kf001")) {
            assertThat(desk.isOpen()).isTrue();
        }
    }

    @Test
    void letsProgramsInByTokenInTheHeader() {
        var door = Door.plain("/ws/agent").with("Authorization", "Bearer " + Tokens.of("kf001"));
        try (var desk = SocketClient.open(door)) {
            assertThat(desk.await("READY").path("userId").asText()).isEqualTo("kf001");
        }
    }

    @Test
    void speaksTheLanguageThatWasChosenAndElseThatOfTheBrowser() {
        assertThat(refusalOfRubbish("?lang=en", "zh-CN")).matches("[ -~]+");
        assertThat(refusalOfRubbish("?lang=zh-CN", "en")).doesNotMatch("[ -~]+");
        assertThat(refusalOfRubbish("", "en")).matches("[ -~]+");
        assertThat(refusalOfRubbish("?lang=tlh", "en")).matches("[ -~]+");
    }

    private static String refusalOfRubbish(String query, String browser) {
        var door = Door.plain("/ws/agent" + query)
                .with("Authorization", "Bearer " + Tokens.of("kf001"))
                .with("Accept-Language", browser);
        try (var desk = SocketClient.open(door)) {
            desk.await("READY");
            desk.send(Map.of("type", "NO_SUCH_TYPE"));
            return desk.await("ERROR").path("message").asText();
        }
    }

    @Test
    void letsABrowserInByItsSessionAndClosesItsSocketOnLogOut() {
        var browser = Browser.of("kf006");
        assertThat(browser.script("GET", "/api/v1/me", null).statusCode()).isEqualTo(200);
        var door = Door.plain("/ws/agent")
                .with(
                        "Cookie",
                        "BATON_SESSION=" + browser.cookie("BATON_SESSION").orElseThrow())
                .with("Origin", CurrentBaton.url());
        try (var desk = SocketClient.open(door)) {
            assertThat(desk.await("READY").path("userId").asText()).isEqualTo("kf006");
            browser.script("POST", "/api/v1/logout", null);
            assertThat(desk.closeCode()).isEqualTo(4003);
        }
    }

    @Test
    void refusesASessionFromAnotherSite() {
        var browser = Browser.of("kf006");
        var door = Door.plain("/ws/agent")
                .with(
                        "Cookie",
                        "BATON_SESSION=" + browser.cookie("BATON_SESSION").orElseThrow())
                .with("Origin", "https://evil.example");
        assertThat(refusal(door)).isEqualTo(403);
    }

    @Test
    void refusesACustomerFromASiteThatIsNotTheTenants() {
        var token = ChatScene.opened().token();
        assertThat(refusal(Door.customer(token).with("Origin", "https://evil.example")))
                .isEqualTo(403);
        assertThat(refusal(Door.customer(token).with("Origin", "null"))).isEqualTo(403);
        try (var widget = SocketClient.open(Door.customer(token).with("Origin", CurrentBaton.url()))) {
            widget.await("READY");
        }
    }

    @Test
    void takesATicketOnce() {
        var answer = Http.as("kf001").post("/api/v1/socket-tickets", null);
        assertThat(answer.status()).isEqualTo(201);
        var door = Door.plain("/ws/agent?ticket=" + answer.json().path("ticket").asText());
        try (var desk = SocketClient.open(door)) {
            assertThat(desk.await("READY").path("userId").asText()).isEqualTo("kf001");
        }
        assertThat(refusal(door)).isEqualTo(401);
    }

    @Test
    void givesCustomersTicketsForTheirOwnDoorOnly() {
        var scene = ChatScene.opened();
        var ticket = scene.http()
                .post("/api/v1/socket-tickets", null)
                .json()
                .path("ticket")
                .asText();
        try (var widget = SocketClient.open(Door.plain("/ws/customer?ticket=" + ticket))) {
            assertThat(widget.await("READY").path("userId").asText()).isEqualTo(scene.visitor());
        }
        var second = scene.http()
                .post("/api/v1/socket-tickets", null)
                .json()
                .path("ticket")
                .asText();
        assertThat(refusal(Door.plain("/ws/agent?ticket=" + second))).isEqualTo(403);
    }

    @Test
    void refusesWhoeverIsNobody() {
        assertThat(refusal(Door.plain("/ws/agent"))).isEqualTo(401);
        assertThat(refusal(Door.plain("/ws/customer"))).isEqualTo(401);
        assertThat(refusal(Door.agent("rubbish"))).isEqualTo(401);
        assertThat(refusal(Door.plain("/ws/agent?ticket=unknown"))).isEqualTo(401);
    }

    @Test
    void refusesATokenInTheAddressEvenAGoodOne() {
        var token = Tokens.of("kf001");
        for (var name : List.of("token", "access_token", "bearer", "Authorization")) {
            assertThat(refusal(Door.plain("/ws/agent?" + name + "=" + token))).isEqualTo(401);
        }
    }

    @Test
    void refusesTheWrongDoor() {
        assertThat(refusal(
                        new Door("/ws/customer", Door.agent(Tokens.of("kf001")).protocols(), Map.of())))
                .isEqualTo(403);
        assertThat(refusal(new Door(
                        "/ws/agent", Door.customer(ChatScene.opened().token()).protocols(), Map.of())))
                .isEqualTo(403);
    }

    @Test
    void refusesAnExpiredTokenAndClosesTheSocketWhoseTokenExpires() {
        var scene = ChatScene.opened();
        var visitor = new Visitor(ChatScene.ACME, scene.visitor(), "Li");
        var over = issued(VisitorTokens.LIFETIME.plusSeconds(1)).issue(visitor);
        assertThat(refusal(Door.customer(over.token()))).isEqualTo(401);
        var ending = issued(VisitorTokens.LIFETIME.minusSeconds(10)).issue(visitor);
        try (var widget = SocketClient.customer(ending.token())) {
            assertThat(widget.closeCode()).isEqualTo(4003);
        }
    }

    @Test
    void agreesOnTheProtocolAndNeverRepeatsTheToken() {
        try (var desk = SocketClient.agent("kf001")) {
            assertThat(desk.protocol()).isEqualTo("baton.v1");
        }
    }

    /** Tokens that were issued so long ago. */
    private VisitorTokens issued(Duration ago) {
        return new VisitorTokens(secret, Clock.offset(Clock.systemUTC(), ago.negated()));
    }

    private static int refusal(Door door) {
        var refused = catchThrowableOfType(
                SocketClient.Refused.class, () -> SocketClient.open(door).close());
        assertThat(refused).as("the handshake was not refused").isNotNull();
        return refused.status();
    }
}
