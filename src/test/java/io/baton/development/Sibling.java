package io.baton.development;

import io.baton.Application;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Another node of the Baton under test: the same services, a port of its own. */
public final class Sibling implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Sibling(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Sibling of(ConfigurableEnvironment first) {
        return of(first, Map.of());
    }

    /** One that is told something else about the services. */
    public static Sibling of(ConfigurableEnvironment first, Map<String, Object> otherwise) {
        var properties = new HashMap<String, Object>();
        if (first.getPropertySources().get("services") instanceof MapPropertySource services) {
            properties.putAll(services.getSource());
        }
        properties.putAll(otherwise);
        properties.put("server.port", Ports.free());
        return new Sibling(new SpringApplicationBuilder(Application.class)
                .profiles("demo")
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("services", properties)))
                .run());
    }

    public String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
