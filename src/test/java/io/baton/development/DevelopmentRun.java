package io.baton.development;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The services of the run command: fixed ports, data that stays between runs unless {@code --reset} is given. */
public final class DevelopmentRun {

    private final DevelopmentServices services;
    private final String url;
    private final int port;

    private DevelopmentRun(DevelopmentServices services, String url, int port) {
        this.services = services;
        this.url = url;
        this.port = port;
    }

    /** Starts the services; refuses with a sentence for the person at the keyboard. */
    public static DevelopmentRun start(String... arguments) {
        try {
            return begin(arguments);
        } catch (IllegalStateException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private static DevelopmentRun begin(String... arguments) {
        var environment = environment(arguments);
        var port = environment.getProperty("server.port", Integer.class, 8080);
        var url = environment.getProperty("baton.url", "http://localhost:" + port);
        var data = DataFolder.claim(
                Path.of(environment.getProperty("data", environment.getProperty("baton.data", "target/data")))
                        .toAbsolutePath());
        if (data.stopped() > 0) {
            System.out.println("  Stopped " + data.stopped() + " services that an earlier run left behind.");
        }
        if (environment.containsProperty("reset")) {
            data.empty();
        }
        Ports.require(port, "Baton", "--server.port");
        var services = new DevelopmentServices(data, Settings.of(environment));
        services.start(new Progress(System.out), services.postgresql(), services.redis(), services.keycloak());
        services.keycloak().serve(url);
        return new DevelopmentRun(services, url, port);
    }

    public DevelopmentServices services() {
        return services;
    }

    public String url() {
        return url;
    }

    public Map<String, Object> properties() {
        var properties = new HashMap<>(services.properties(url, PostgresqlService.DATABASE, 0));
        properties.put("server.port", port);
        properties.put("baton.demo-data", "true");
        return properties;
    }

    /** The run cannot start; the message says why and what to do. */
    public static final class Refused extends RuntimeException {
        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static ConfigurableEnvironment environment(String... arguments) {
        var environment = new StandardEnvironment();
        CommandLinePropertySource<?> commandLine = new SimpleCommandLinePropertySource(arguments);
        environment.getPropertySources().addFirst(commandLine);
        return environment;
    }
}
