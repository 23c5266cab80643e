package io.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Browser;
import io.baton.SocketClient;
import io.baton.development.CurrentBaton;
import io.baton.development.KeycloakAdmin;
import io.baton.development.SharedServices;
import io.baton.development.Sibling;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Two nodes behind one address, without a rule which of them serves whom. */
@BatonTest
class SharedSessionsTests {

    private static final String ME = "/api/v1/me";
    private static Sibling sibling;

    @Autowired
    private StringRedisTemplate redis;

    @BeforeAll
    static void begin(@Autowired ConfigurableEnvironment environment) {
        sibling = Sibling.of(environment);
    }

    @AfterAll
    static void end() {
        sibling.close();
    }

    @Test
    void servesABrowserThatLoggedInOnTheOtherNode() {
        var browser = Browser.of("acme.admin");
        assertThat(browser.script("GET", sibling.url() + ME, null).body()).contains("acme.admin");
        var tasks = "/camunda/api/engine/engine/default/task";
        assertThat(browser.script("GET", sibling.url() + tasks, null).statusCode())
                .isEqualTo(200);
        assertThat(browser.script("GET", tasks, null).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheNameAndTheFlagsOfTheCookie() {
        var answer = new Browser().get("/oauth2/authorization/keycloak");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("BATON_SESSION=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void logsOutOnBothNodesAndClosesTheSocketsOfTheSession() {
        var browser = Browser.of("acme.admin");
        try (var socket = socket(browser)) {
            assertThat(browser.script("POST", sibling.url() + "/api/v1/logout", null)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(socket.closeCode()).isEqualTo(4003);
        }
        assertThat(browser.script("GET", ME, null).statusCode()).isEqualTo(401);
        assertThat(browser.script("GET", sibling.url() + ME, null).statusCode()).isEqualTo(401);
    }

    @Test
    void endsWhatKeycloakEnds() {
        var browser = Browser.of("acme.designer");
        assertThat(browser.script("GET", sibling.url() + ME, null).statusCode()).isEqualTo(200);
        try (var socket = socket(browser)) {
            new KeycloakAdmin(SharedServices.all().keycloak().address()).logOut("baton", "acme.designer");
            assertThat(socket.closeCode()).isEqualTo(4003);
        }
        assertThat(browser.script("GET", ME, null).statusCode()).isEqualTo(401);
        assertThat(browser.script("GET", sibling.url() + ME, null).statusCode()).isEqualTo(401);
    }

    @Test
    void logsPeopleInAgainWithoutAskingWhenRedisWasEmptiedAndClosesNoSocket() {
        var browser = Browser.of("acme.admin");
        try (var socket = socket(browser)) {
            redis.execute((RedisCallback<Object>) connection -> {
                connection.serverCommands().flushDb();
                return "flushed";
            });
            assertThat(browser.script("GET", ME, null).statusCode()).isEqualTo(401);
            var page = browser.follow("/camunda/app/welcome/default/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.uri().getPath()).isEqualTo("/camunda/app/welcome/default/");
            assertThat(browser.script("GET", ME, null).statusCode()).isEqualTo(200);
            socket.untilPong();
            assertThat(socket.isOpen()).isTrue();
        }
    }

    @Test
    void writesASessionNotWithEveryRequest() {
        var browser = Browser.of("acme.admin");
        browser.script("GET", ME, null);
        var before = writes();
        assertThat(before).as("the log-in was written").isPositive();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.script("GET", ME, null).statusCode()).isEqualTo(200);
        }
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void startsWithoutRedisAndAsksBrowsersToComeBack(@Autowired ConfigurableEnvironment environment) {
        var browser = Browser.of("acme.admin");
        try (var alone = Sibling.of(environment, Map.of("BATON_REDIS_URL", "redis://127.0.0.1:1"))) {
            var refused = browser.script("GET", alone.url() + ME, null);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("\"unavailable\"");
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(new Browser().get(alone.url() + "/actuator/health").statusCode())
                    .isEqualTo(200);
            assertThat(new Browser().script("GET", alone.url() + ME, null).statusCode())
                    .isEqualTo(401);
            assertThat(new Browser().get(alone.url() + "/desk/").statusCode()).isLessThan(500);
        }
    }

    private static SocketClient socket(Browser browser) {
        var socket = SocketClient.open(SocketClient.Door.plain("/ws/agent")
                .with(
                        "Cookie",
                        "BATON_SESSION=" + browser.cookie("BATON_SESSION").orElseThrow())
                .with("Origin", CurrentBaton.url()));
        socket.await("READY");
        return socket;
    }

    /** How often a hash was written, which presence and queues do not use for what goes on here. */
    private long writes() {
        var stats = redis.execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("commandstats"));
        return Stream.of("cmdstat_hmset", "cmdstat_pexpire")
                .map(name -> stats == null ? "" : stats.getProperty(name, "calls=0,"))
                .mapToLong(figures -> Long.parseLong(figures.replaceAll("calls=(\\d+),.*", "$1")))
                .sum();
    }
}
