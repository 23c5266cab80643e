package io.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.development.DemoSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** Plays journeys of {@code src/main/frontend/journeys} in real Chromium, and reports each of them as a test of its own. */
public final class Journeys {

    private static final Path FRONTEND = Path.of("src/main/frontend");
    private static final Path FOLDER = Path.of("target/journeys").toAbsolutePath();

    /** Those whose file has this in its name, else all. */
    private static final List<String> CHOSEN =
            Optional.ofNullable(System.getProperty("journeys")).stream().toList();

    private Journeys() {}

    /** Plays against a Baton; what else the journeys need is told by further variables. */
    public static Stream<DynamicTest> play(String name, String url, Map<String, String> variables)
            throws IOException, InterruptedException {
        var report = FOLDER.resolve(name + ".json");
        var log = FOLDER.resolve(name + ".log");
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(report);
        var command = new ArrayList<>(
                List.of("node", "node_modules/vitest/vitest.mjs", "run", "--config", "vitest.journeys.config.ts"));
        command.addAll(CHOSEN);
        var builder = new ProcessBuilder(command)
                .directory(FRONTEND.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        builder.environment().put("BATON_URL", url);
        builder.environment().put("BATON_DEMO_PASSWORD", DemoSecrets.PERSON);
        builder.environment().put("BATON_JOURNEYS_REPORT", report.toString());
        var exit = run(builder);
        var journeys = journeys(report);
        assertThat(journeys).as("journeys that were played").isNotEmpty();
        assertThat(exit)
                .as("exit code of the journeys:%n%s", Files.readString(log))
                .isZero();
        return journeys.stream()
                .map(journey -> dynamicTest(journey.path("fullName").asText(), () -> passed(journey)));
    }

    private static int run(ProcessBuilder builder) throws IOException, InterruptedException {
        var run = builder.start();
        run.getOutputStream().close();
        try {
            assertThat(run.waitFor(12, TimeUnit.MINUTES)).as("the journeys end").isTrue();
            return run.exitValue();
        } finally {
            run.descendants().forEach(ProcessHandle::destroyForcibly);
            run.destroyForcibly();
        }
    }

    private static List<JsonNode> journeys(Path report) throws IOException {
        var files = new ObjectMapper().readTree(report.toFile()).path("testResults");
        return StreamSupport.stream(files.spliterator(), false)
                .flatMap(file ->
                        StreamSupport.stream(file.path("assertionResults").spliterator(), false))
                .toList();
    }

    private static void passed(JsonNode journey) {
        assertThat(journey.path("status").asText())
                .as(journey.path("failureMessages").toString())
                .isEqualTo("passed");
    }
}
