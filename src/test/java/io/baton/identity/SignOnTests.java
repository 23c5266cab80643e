package io.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Browser;
import io.baton.Http;
import org.junit.jupiter.api.Test;

@BatonTest
class SignOnTests {

    @Test
    void sendsPagesToTheLogInAndBackToWhereTheyWere() {
        var page = new Browser().get("/camunda/app/cockpit/default/");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/oauth2/authorization/keycloak");

        var cockpit = new Browser().logIn("acme.auditor", "/camunda/app/cockpit/default/");

        assertThat(cockpit.statusCode()).isEqualTo(200);
        assertThat(cockpit.uri().getPath()).isEqualTo("/camunda/app/cockpit/default/");
    }

    @Test
    void demandsPkceOfTheLogIn() {
        var browser = new Browser();
        var login = browser.get("/oauth2/authorization/keycloak")
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(login).contains("code_challenge_method=S256", "client_id=baton-web", "nonce=");
    }

    @Test
    void tellsProgramsThatTheyAreNotSignedIn() {
        for (var path : new String[] {"/api/v1/me", "/engine-rest/task", "/camunda/api/engine/engine/default/task"}) {
            var answer = Http.anonymous().get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.code()).as(path).isEqualTo("unauthenticated");
        }
    }

    @Test
    void letsPersonsInByBearerToken() {
        assertThat(Http.as("acme.admin").get("/engine-rest/task").status()).isEqualTo(200);
    }

    @Test
    void refusesTokensThatAreForged() {
        var answer = Http.with("eyJhbGciOiJub25lIn0.e30.").get("/api/v1/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token_invalid");
    }

    @Test
    void logsOutHereAndAtKeycloak() {
        var browser = Browser.of("acme.admin");
        var answer = browser.script("POST", "/api/v1/logout", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(browser.script("GET", "/camunda/api/engine/engine/default/task", null)
                        .statusCode())
                .isEqualTo(401);
    }
}
