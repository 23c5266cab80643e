package io.baton.development;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives an application context of a test its own database, and starts nothing but PostgreSQL. */
public final class DatabaseContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var postgresql = SharedServices.postgresql();
        var database = "baton_" + SharedServices.nextWorld();
        postgresql.createDatabase(database);
        Map<String, Object> properties = Map.of(
                "BATON_DB_URL", postgresql.address(database),
                "BATON_DB_APP_PASSWORD", DemoSecrets.DATABASE_APPLICATION,
                "BATON_DB_OWNER_PASSWORD", DemoSecrets.DATABASE_OWNER);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("services", properties));
    }
}
