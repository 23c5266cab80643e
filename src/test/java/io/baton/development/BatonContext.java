package io.baton.development;

import java.util.HashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives an application context of a test its own database, its own Redis database and its own port. */
public final class BatonContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var services = SharedServices.all();
        var world = SharedServices.nextWorld();
        var port = Ports.free();
        var url = "http://localhost:" + port;
        var database = "baton_" + world;
        services.postgresql().createDatabase(database);
        services.keycloak().serve(url);
        var properties = new HashMap<>(services.properties(url, database, world));
        properties.put("server.port", port);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("services", properties));
    }
}
