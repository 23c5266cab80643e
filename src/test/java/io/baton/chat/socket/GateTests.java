package io.baton.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.BatonTest;
import io.baton.SocketClient;
import io.baton.chat.ChatScene;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Where connections come in: all of Baton's do, and a crowd delays them but keeps nobody out. */
@BatonTest
class GateTests {

    private static final int GUESTS = 20;

    @Autowired
    ServletWebServerApplicationContext baton;

    @Autowired
    Turnstile turnstile;

    @Autowired
    MeterRegistry metrics;

    @Test
    void isThePlaceWhereBatonTakesConnections() {
        assertThat(gate().talkersFirst()).containsSame((TalkersFirst) gate().getExecutor());
        assertThat(metrics.find("baton.gate.waiting").gauge()).isNotNull();
    }

    @Test
    void letsWhoTalksOvertakeAndNotWhoHasHungUp() {
        var visitor = ChatScene.opened().token();
        var threads = gate().talkersFirst().orElseThrow();
        var busy = new AtomicBoolean(true);
        try (var talker = SocketClient.customer(visitor);
                var leaver = SocketClient.customer(visitor)) {
            keepEveryProcessorBusy(threads, busy);
            await().untilAsserted(() -> assertThat(threads.waiting()).isEqualTo(Gate.FEW));
            var before = threads.overtaken();
            leaver.close();
            await().untilAsserted(() -> assertThat(threads.waiting()).isEqualTo(Gate.FEW + 1));
            assertThat(threads.overtaken()).isEqualTo(before);
            talker.send(Map.of("type", "PING"));
            await().untilAsserted(() -> assertThat(threads.overtaken()).isEqualTo(before + 1));
            busy.set(false);
            talker.await("PONG");
        } finally {
            busy.set(false);
        }
        await().untilAsserted(() -> assertThat(threads.waiting()).isZero());
    }

    @Test
    void keepsOpenSocketsOffTheListOfThoseWhoAreToldTheTime() {
        try (var talker = SocketClient.customer(ChatScene.opened().token())) {
            talker.send(Map.of("type", "PING"));
            talker.await("PONG");
            assertThat(gate().getWaitingProcessorCount()).isZero();
        }
    }

    /** And as many more as are handed over ahead, so that whatever comes next has to wait for its turn. */
    private static void keepEveryProcessorBusy(Executor threads, AtomicBoolean busy) {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors() + Gate.FEW; i++) {
            threads.execute(() -> {
                while (busy.get()) {
                    Thread.onSpinWait();
                }
            });
        }
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
        return Gate.of(baton.getWebServer()).orElseThrow();
    }
}
