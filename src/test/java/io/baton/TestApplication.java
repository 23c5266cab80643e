package io.baton;

import io.baton.development.DevelopmentRun;
import io.baton.development.WelcomeBox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;

/** The run command: starts PostgreSQL, Redis and Keycloak, then Baton with the demo data; refuses taken ports by name. */
public final class TestApplication {

    private TestApplication() {}

    public static void main(String[] arguments) {
        var began = Instant.now();
        try {
            var run = DevelopmentRun.start(arguments);
            SpringApplication.getShutdownHandlers().add(run.services()::close);
            var application = new SpringApplication(Application.class);
            application.setAdditionalProfiles("demo");
            application.setDefaultProperties(Map.of("baton.demo-data", "true"));
            application.addInitializers(context -> context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("services", run.properties())));
            application.run(arguments);
            new WelcomeBox(run).print(System.out, Duration.between(began, Instant.now()));
        } catch (DevelopmentRun.Refused e) {
            System.err.println("\n  " + e.getMessage() + "\n");
            System.exit(1);
        }
    }
}
