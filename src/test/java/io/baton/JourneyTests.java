package io.baton;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;

/** Plays the journeys of everyday work against this running Baton. */
@BatonTest
@TestPropertySource(properties = "baton.demo-data=true")
class JourneyTests {

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

    @TestFactory
    Stream<DynamicTest> journeys() throws IOException, InterruptedException {
        var floor = beans.createBean(FloorOfFifty.class).fill();
        try (var time = PassingTime.of(runtime, management)) {
            return Journeys.play(
                    "journeys",
                    url,
                    Map.of("BATON_FLOOR", json.writeValueAsString(floor), "BATON_PASSING_TIME", time.address()));
        }
    }
}
