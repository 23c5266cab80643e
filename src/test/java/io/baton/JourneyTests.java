package io.baton;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Plays the journeys of everyday work against this running Baton. */
@BatonTest
@TestPropertySource(properties = "baton.demo-data=true")
class JourneyTests {

    /** Where a journey shows another company's site, which embeds the widget. */
    private static final int ELSEWHERE = freePort();

    @Value("${baton.url}")
    private String url;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @DynamicPropertySource
    static void letTheWidgetConnectFromElsewhere(DynamicPropertyRegistry registry) {
        registry.add("baton.tenants.acme.settings[chat.origins]", () -> "http://127.0.0.1:" + ELSEWHERE);
    }

    @TestFactory
    Stream<DynamicTest> journeys() throws IOException, InterruptedException {
        var floor = beans.createBean(FloorOfFifty.class).fill();
        try (var time = PassingTime.of(runtime, management)) {
            return Journeys.play(
                    "journeys",
                    url,
                    Map.of(
                            "BATON_FLOOR",
                            json.writeValueAsString(floor),
                            "BATON_PASSING_TIME",
                            time.address(),
                            "BATON_ELSEWHERE",
                            Integer.toString(ELSEWHERE)));
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
