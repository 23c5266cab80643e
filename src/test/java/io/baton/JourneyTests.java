package io.baton;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** Plays the journeys of everyday work against this running Baton. */
@BatonTest
@TestPropertySource(properties = "baton.demo-data=true")
class JourneyTests {

    @Value("${baton.url}")
    private String url;

    @TestFactory
    Stream<DynamicTest> journeys() throws IOException, InterruptedException {
        return Journeys.play("journeys", url, Map.of());
    }
}
