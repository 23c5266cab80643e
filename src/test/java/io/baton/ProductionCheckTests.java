package io.baton;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class ProductionCheckTests {

    private final MockEnvironment environment = new MockEnvironment();

    ProductionCheckTests() {
        Map.ofEntries(
                        entry("spring.datasource.url", "jdbc:postgresql://postgres/baton"),
                        entry("spring.datasource.password", "6f1d2a7c9e0b4d35"),
                        entry("spring.flyway.password", "0c9b8a7d6e5f4a3b"),
                        entry("baton.hub.password", "7c1d8a7d6e5f4a3b"),
                        entry("baton.redis.url", "redis://:a1b2c3d4e5f6a7b8@valkey:6379"),
                        entry("baton.keycloak.url", "https://login.example.com"),
                        entry("baton.keycloak.web.secret", "9d8c7b6a5f4e3d2c"),
                        entry("baton.keycloak.admin.secret", "1a2b3c4d5e6f7a8b"),
                        entry("baton.widget.secret", "f0e1d2c3b4a59687"),
                        entry("baton.url", "https://baton.example.com"))
                .forEach(environment::setProperty);
    }

    @Test
    void startsWithSecretsOfOnesOwnAndTls() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void refusesDemonstrationData() {
        environment.addActiveProfile("demo");

        assertThatThrownBy(this::check).hasMessageContaining("the profile demo is active");
    }

    @Test
    void refusesAnEmptySecret() {
        environment.setProperty("spring.flyway.password", " ");

        assertThatThrownBy(this::check).hasMessageEndingWith(": spring.flyway.password is empty");
    }

    @Test
    void refusesTheSecretOfTheExample() {
        environment.setProperty("baton.widget.secret", "change-me");

        assertThatThrownBy(this::check).hasMessageContaining("baton.widget.secret is a value that everybody knows");
    }

    @Test
    void refusesASecretOfTheDemonstration() {
        environment.setProperty("baton.keycloak.web.secret", "demo-only-web-client");

        assertThatThrownBy(this::check).hasMessageContaining("baton.keycloak.web.secret is a value");
    }

    @Test
    void refusesAShortSecret() {
        environment.setProperty("spring.datasource.password", "secret");

        assertThatThrownBy(this::check).hasMessageContaining("spring.datasource.password is shorter than 16");
    }

    @Test
    void refusesTheCachePasswordOfTheExample() {
        environment.setProperty("baton.redis.url", "redis://:change-me@valkey:6379");

        assertThatThrownBy(this::check).hasMessageContaining("baton.redis.url holds a value that everybody knows");
    }

    @Test
    void refusesASiteWithoutTls() {
        environment.setProperty("baton.url", "http://baton.example.com");

        assertThatThrownBy(this::check).hasMessageContaining("baton.url does not begin with https://");
    }

    @Test
    void tellsAllFaultsAtOnceAndNoSecret() {
        environment.setProperty("baton.widget.secret", "");
        environment.setProperty("spring.datasource.password", "hunter2");

        assertThatThrownBy(this::check)
                .hasMessageContaining("baton.widget.secret is empty")
                .hasMessageContaining("spring.datasource.password is shorter")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void asksNothingOutsideProduction() {
        new ApplicationContextRunner()
                .withUserConfiguration(ProductionCheck.class)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ProductionCheck.class));
    }

    @Test
    void stopsTheStartInProduction() {
        new ApplicationContextRunner()
                .withUserConfiguration(ProductionCheck.class)
                .withPropertyValues("spring.profiles.active=production")
                .run(context -> assertThat(context).hasFailed());
    }

    private void check() {
        var check = new ProductionCheck();
        check.setEnvironment(environment);
        check.postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
