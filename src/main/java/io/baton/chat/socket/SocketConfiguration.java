package io.baton.chat.socket;

import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** Puts the two doors where the protocol says. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    private static final String PROTOCOL = "baton.v1";

    /** Frames come in parts of this many characters and are put together by us: an idle socket costs no big buffer. */
    private static final String BUFFER = "2048";

    @Bean
    HandlerMapping sockets(SocketHandler handler, Handshake handshake) {
        var upgrade = new DefaultHandshakeHandler();
        upgrade.setSupportedProtocols(PROTOCOL);
        var door = new WebSocketHttpRequestHandler(handler, upgrade);
        door.setHandshakeInterceptors(List.of(handshake));
        var mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of("/ws/agent", door, "/ws/customer", door));
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }

    @Bean
    ServletContextInitializer socketBuffers() {
        return context -> {
            context.setInitParameter("org.apache.tomcat.websocket.textBufferSize", BUFFER);
            context.setInitParameter("org.apache.tomcat.websocket.binaryBufferSize", BUFFER);
        };
    }
}
