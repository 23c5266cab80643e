package io.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.development.DemoSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/**
 * Plays the journeys of {@code src/main/frontend/journeys} in real Chromium against this running Baton, and reports each
 * of them as a test of its own.
 */
@BatonTest
@TestPropertySource(properties = "baton.demo-data=true")
class JourneyTests {

    private static final Path FRONTEND = Path.of("src/main/frontend");
    private static final Path REPORT = Path.of("target/journeys/report.json").toAbsolutePath();
    private static final Path LOG = REPORT.resolveSibling("journeys.log");

    @Value("${baton.url}")
    private String url;

    @TestFactory
    Stream<DynamicTest> journeys() throws IOException, InterruptedException {
        Files.createDirectories(REPORT.getParent());
        Files.deleteIfExists(REPORT);
        var builder = new ProcessBuilder(
                        "node", "node_modules/vitest/vitest.mjs", "run", "--config", "vitest.journeys.config.ts")
                .directory(FRONTEND.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        builder.environment().put("BATON_URL", url);
        builder.environment().put("BATON_DEMO_PASSWORD", DemoSecrets.PERSON);
        builder.environment().put("BATON_JOURNEYS_REPORT", REPORT.toString());
        var run = builder.start();
        run.getOutputStream().close();
        try {
            assertThat(run.waitFor(12, TimeUnit.MINUTES)).as("the journeys end").isTrue();
        } finally {
            run.descendants().forEach(ProcessHandle::destroyForcibly);
            run.destroyForcibly();
        }
        var journeys = StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(REPORT.toFile())
                                .path("testResults")
                                .spliterator(),
                        false)
                .flatMap(file ->
                        StreamSupport.stream(file.path("assertionResults").spliterator(), false))
                .toList();
        assertThat(journeys).as("journeys that were played").isNotEmpty();
        assertThat(run.exitValue())
                .as("exit code of the journeys:%n%s", Files.readString(LOG))
                .isZero();
        return journeys.stream()
                .map(journey -> dynamicTest(journey.path("fullName").asText(), () -> passed(journey)));
    }

    private static void passed(JsonNode journey) {
        assertThat(journey.path("status").asText())
                .as(journey.path("failureMessages").toString())
                .isEqualTo("passed");
    }
}
