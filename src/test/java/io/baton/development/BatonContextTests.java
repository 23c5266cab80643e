package io.baton.development;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import io.baton.Http;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@BatonTest
class BatonContextTests {

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void startsBatonOnItsOwnPortAndDatabase() {
        assertThat(Http.anonymous().get("/actuator/health").status()).isEqualTo(200);
        assertThat(CurrentBaton.url()).isEqualTo("http://localhost:" + environment.getProperty("local.server.port"));
        assertThat(jdbc.sql("select current_database()").query(String.class).single())
                .startsWith("baton_");
    }

    @Test
    void connectsAsTheRoleThatOwnsNothing() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("baton_app");
    }

    @Test
    void acceptsTheTokenOfADemoPerson() {
        var answer = Http.as("kf001").get("/api/v1/me");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("id").asText()).isEqualTo("kf001");
        assertThat(answer.json().at("/tenant/id").asText()).isEqualTo("acme");
    }
}
