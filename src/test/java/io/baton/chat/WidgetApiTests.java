package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BatonTest
class WidgetApiTests {

    private static final String PATH = "/api/v1/widget?tenant=";

    @Test
    void tellsAnybodyHowTheWidgetLooksAndNothingSecret() {
        var answer = Http.anonymous().get(PATH + "globex&lang=en");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("name").asText()).isEqualTo("Globex Events");
        assertThat(answer.json().path("language").asText()).isEqualTo("en");
        assertThat(answer.json().path("texts").path("greeting").asText()).isEqualTo("Welcome to Globex Events");
        assertThat(answer.json().path("files").path("size").asInt()).isEqualTo(5 * 1024 * 1024);
        assertThat(answer.json().path("files").path("endings").toString())
                .contains("\"png\"")
                .doesNotContain("zip");
        assertThat(Http.anonymous().get(PATH + "acme").text()).doesNotContain("acme-demo-widget", "secret");
    }

    @Test
    void answersInTheLanguageAskedForElseInThatOfTheBrowser() {
        assertThat(Http.anonymous()
                        .in("en")
                        .get(PATH + "globex&lang=zh-Hans")
                        .json()
                        .path("language")
                        .asText())
                .isEqualTo("zh-CN");
        assertThat(Http.anonymous()
                        .in("en")
                        .get(PATH + "globex")
                        .json()
                        .path("language")
                        .asText())
                .isEqualTo("en");
    }

    @Test
    void isNotSentAgainWhileNothingChanged() {
        var answer = Http.anonymous().get(PATH + "acme&lang=en");
        var tag = answer.headers().firstValue("ETag").orElseThrow();

        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=60, public");
        assertThat(Http.anonymous()
                        .header("If-None-Match", tag)
                        .get(PATH + "acme&lang=en")
                        .status())
                .isEqualTo(304);
        assertThat(Http.anonymous()
                        .header("If-None-Match", tag)
                        .get(PATH + "globex&lang=en")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsEverySiteAsk() {
        var answer = Http.anonymous().header("Origin", "https://shop.example").get(PATH + "acme");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://shop.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"initech", "ACME", "..%2Facme", "a", "%00", ""})
    void doesNotKnowACompanyThatIsNotHere(String tenant) {
        var answer = Http.anonymous().get(PATH + tenant);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("tenant_unknown");
    }

    @Test
    void asksForACompany() {
        assertThat(Http.anonymous().get("/api/v1/widget").status()).isEqualTo(400);
    }
}
