package io.baton.load;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.websocket.servlet.WebSocketServletAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * The program of a relay: Spring and Tomcat as in Baton, on virtual threads, without security, tenants or rules. It carries
 * no annotation that a component scan would find.
 */
public final class RelayApplication {

    /** As many connections to PostgreSQL as Baton has. */
    private static final int POOL = 40;

    private RelayApplication() {}

    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        var application = new SpringApplication(Wiring.class);
        application.setDefaultProperties(
                Map.of("spring.config.name", "relay", "spring.threads.virtual.enabled", "true"));
        application.addInitializers(RelayApplication::wire);
        return application.run(arguments);
    }

    /** The web server alone. */
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebSocketServletAutoConfiguration.class
    })
    static final class Wiring {}

    private static void wire(ConfigurableApplicationContext context) {
        var beans = (GenericApplicationContext) context;
        var database = context.getEnvironment().getProperty("relay.database");
        var handler = new RelayHandler(database == null ? RelayStore.NONE : new RelayTable(pool(database)));
        beans.registerBean("requests", HandlerMapping.class, RelayApplication::requests);
        beans.registerBean("sockets", HandlerMapping.class, () -> sockets(handler));
    }

    private static HikariDataSource pool(String database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database);
        pool.setMaximumPoolSize(POOL);
        return pool;
    }

    /** The visitor's token is the id of the conversation. */
    private static HandlerMapping requests() {
        return new SimpleUrlHandlerMapping(
                Map.of(
                        "/health", answering(200, token -> "{}"),
                        "/api/v1/visitors", answering(201, token -> "{\"token\":\"" + UUID.randomUUID() + "\"}"),
                        "/api/v1/conversations", answering(201, token -> "{\"conversationId\":\"" + token + "\"}")),
                0);
    }

    private static HttpRequestHandler answering(int status, java.util.function.UnaryOperator<String> body) {
        return (request, response) -> {
            var header = request.getHeader("Authorization");
            response.setStatus(status);
            response.setContentType("application/json");
            response.getOutputStream()
                    .write(body.apply(header == null ? "" : header.replace("Bearer ", ""))
                            .getBytes(StandardCharsets.UTF_8));
        };
    }

    private static HandlerMapping sockets(RelayHandler handler) {
        var upgrade = new DefaultHandshakeHandler();
        upgrade.setSupportedProtocols("baton.v1");
        var mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of("/ws/customer", new WebSocketHttpRequestHandler(handler, upgrade)));
        mapping.setOrder(-1);
        return mapping;
    }
}
