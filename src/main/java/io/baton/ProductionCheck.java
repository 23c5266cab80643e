package io.baton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Refuses to start the production profile with demonstration data, without a secret, with a secret that everybody knows
 * or without TLS; before anything is connected to, and with all faults at once.
 */
@Component
@Profile("production")
final class ProductionCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final int SHORTEST_SECRET = 16;

    private static final List<String> SECRETS = List.of(
            "spring.datasource.password",
            "spring.flyway.password",
            "baton.hub.password",
            "baton.keycloak.web.secret",
            "baton.keycloak.admin.secret",
            "baton.widget.secret");

    private static final List<String> ADDRESSES = List.of("spring.datasource.url", "baton.redis.url");

    private static final List<String> SITES = List.of("baton.url", "baton.keycloak.url");

    private final List<String> faults = new ArrayList<>();

    @Override
    public void setEnvironment(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            faults.add("the profile demo is active");
        }
        SECRETS.forEach(name -> checkSecret(name, value(environment, name)));
        ADDRESSES.forEach(name -> checkPresent(name, value(environment, name)));
        SITES.forEach(name -> checkSite(name, value(environment, name)));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        if (!faults.isEmpty()) {
            throw new ApplicationContextException("Baton does not start in production: " + String.join("; ", faults));
        }
    }

    private static String value(Environment environment, String name) {
        return environment.getProperty(name, "").trim();
    }

    private void checkSecret(String name, String value) {
        var known = value.toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            faults.add(name + " is empty");
        } else if (known.startsWith("change-me") || known.startsWith("demo-only") || known.startsWith("baton-demo")) {
            faults.add(name + " is a value that everybody knows");
        } else if (value.length() < SHORTEST_SECRET) {
            faults.add(name + " is shorter than " + SHORTEST_SECRET + " characters");
        }
    }

    private void checkPresent(String name, String value) {
        if (value.isEmpty()) {
            faults.add(name + " is empty");
        } else if (value.contains("change-me")) {
            faults.add(name + " holds a value that everybody knows");
        }
    }

    private void checkSite(String name, String value) {
        if (!value.startsWith("https://")) {
            faults.add(name + " does not begin with https://");
        }
    }
}
