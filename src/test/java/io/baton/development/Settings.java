package io.baton.development;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** Where the services of one run listen and where their programs and data lie. */
public record Settings(
        Path services, int postgresqlPort, int redisPort, int keycloakPort, String keycloakUrl, boolean fixed) {

    static final String POSTGRESQL_PORT = "baton.postgresql.port";
    static final String REDIS_PORT = "baton.redis.port";
    static final String KEYCLOAK_PORT = "baton.keycloak.port";

    /** The documented ports, unless told otherwise; a taken one is refused. */
    public static Settings of(Environment environment) {
        var keycloak = environment.getProperty(KEYCLOAK_PORT, Integer.class, 8180);
        return new Settings(
                programs(),
                environment.getProperty(POSTGRESQL_PORT, Integer.class, 15432),
                environment.getProperty(REDIS_PORT, Integer.class, 16379),
                keycloak,
                environment.getProperty("baton.keycloak.url", "http://localhost:" + keycloak),
                true);
    }

    /** Ports that are free right now. */
    static Settings free() {
        var keycloak = Ports.free();
        return new Settings(programs(), Ports.free(), Ports.free(), keycloak, "http://localhost:" + keycloak, false);
    }

    private static Path programs() {
        return KeycloakHome.located().path().toAbsolutePath().resolveSibling("");
    }

    void requireFreePorts() {
        if (fixed) {
            Ports.require(postgresqlPort, "PostgreSQL", "--" + POSTGRESQL_PORT);
            Ports.require(redisPort, "Redis", "--" + REDIS_PORT);
            Ports.require(keycloakPort, "Keycloak", "--" + KEYCLOAK_PORT);
        }
    }
}
