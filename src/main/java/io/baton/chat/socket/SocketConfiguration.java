package io.baton.chat.socket;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** Puts the two doors where the protocol says. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    private static final String PROTOCOL = "baton.v1";

    /** What the container keeps for reading and for writing, for each connection; half of what it keeps unasked. */
    private static final String CONTAINER_BUFFER = "4096";

    /** Frames come in parts of this size and are put together by us: an idle socket costs no big buffer. */
    private static final String BUFFER = "1024";

    /** The container reads this once, when it is first used. */
    private static final String BYTES = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    static {
        if (System.getProperty(BYTES) == null) {
            System.setProperty(BYTES, BUFFER);
        }
    }

    /** Compresses nothing: a compressor for each socket costs more memory than all else, and short frames gain little. */
    private static final class PlainHandshakeHandler extends DefaultHandshakeHandler {

        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }

    @Bean
    HandlerMapping sockets(SocketHandler handler, Handshake handshake) {
        var upgrade = new PlainHandshakeHandler();
        upgrade.setSupportedProtocols(PROTOCOL);
        var door = new WebSocketHttpRequestHandler(handler, upgrade);
        door.setHandshakeInterceptors(List.of(handshake));
        var mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of("/ws/agent", door, "/ws/customer", door));
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }

    /**
     * Hides the signed-in person from the servlet container, which would else close the socket of an ended session itself,
     * with 1008 and faster than we can say 4003. Who is there was settled by the handshake.
     */
    @Bean
    FilterRegistrationBean<Filter> anonymousUpgrade() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public @Nullable Principal getUserPrincipal() {
                        return null;
                    }
                },
                response));
        filter.addUrlPatterns("/ws/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    /** Before anything is asked about who comes. */
    @Bean
    FilterRegistrationBean<Turnstile> turnstileAtTheDoors(Turnstile turnstile) {
        var filter = new FilterRegistrationBean<>(turnstile);
        filter.addUrlPatterns("/ws/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** And before there is anything of who comes. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> gate(Turnstile turnstile) {
        return factory -> {
            factory.setProtocol(Gate.class.getName());
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("socket.appReadBufSize", CONTAINER_BUFFER);
                connector.setProperty("socket.appWriteBufSize", CONTAINER_BUFFER);
                if (connector.getProtocolHandler() instanceof Gate gate) {
                    gate.watch(turnstile::isCrowded);
                }
            });
        };
    }

    @Bean
    ServletContextInitializer socketBuffers() {
        return context -> {
            context.setInitParameter("org.apache.tomcat.websocket.textBufferSize", BUFFER);
            context.setInitParameter("org.apache.tomcat.websocket.binaryBufferSize", BUFFER);
        };
    }
}
