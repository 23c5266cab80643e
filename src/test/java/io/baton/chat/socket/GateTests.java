package io.baton.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.BatonTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Where connections come in: all of Baton's do, and a crowd delays them but keeps nobody out. */
@BatonTest
class GateTests {

    private static final int GUESTS = 20;

    @Autowired
    ServletWebServerApplicationContext baton;

    @Autowired
    Turnstile turnstile;

    @Test
    void isThePlaceWhereBatonTakesConnections() {
        assertThat(gate().getExecutor()).isInstanceOf(TalkersFirst.class);
    }

    @Test
    void letsEverybodyInInTheEndWhileACrowdWaits() throws IOException {
        var asked = new AtomicInteger();
        gate().watch(() -> asked.incrementAndGet() > 0);
        try {
            for (int i = 0; i < GUESTS; i++) {
                assertThat(answerOnANewConnection()).startsWith("HTTP/1.1 200");
            }
            assertThat(asked.get()).isGreaterThanOrEqualTo(GUESTS);
        } finally {
            gate().watch(turnstile::isCrowded);
        }
    }

    private String answerOnANewConnection() throws IOException {
        try (var socket = new Socket("localhost", baton.getWebServer().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("""
                    GET /actuator/health HTTP/1.1\r
                    Host: localhost\r
                    Connection: close\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Gate gate() {
        var handler = ((TomcatWebServer) baton.getWebServer())
                .getTomcat()
                .getConnector()
                .getProtocolHandler();
        assertThat(handler).isInstanceOf(Gate.class);
        return (Gate) handler;
    }
}
