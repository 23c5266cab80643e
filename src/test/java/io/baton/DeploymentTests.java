package io.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code docker compose up} would read: no container engine is needed to find a mistake in it. */
class DeploymentTests {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)[^}]*}");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|AUTH)");

    private final String compose = read("docker-compose.yml");
    private final Map<String, Object> services = map(yaml(compose).get("services"));
    private final List<String> dockerfile = read("Dockerfile")
            .replaceAll("\\\\\n", " ")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.replaceAll("\\s+", " "))
            .toList();

    /** Every benchmark has a main method too, and the plugin refuses to choose. */
    @Test
    void tellsTheRunCommandWhichMainClassIsMeant() {
        assertThat(read("pom.xml"))
                .contains("<spring-boot.run.main-class>" + TestApplication.class.getName()
                        + "</spring-boot.run.main-class>");
    }

    @Test
    void startsEveryServiceThatBatonNeeds() {
        assertThat(services.keySet()).containsExactly("postgres", "valkey", "keycloak", "baton", "proxy");
    }

    @Test
    void waitsForTheHealthOfWhatAServiceNeeds() {
        assertThat(services.values())
                .allSatisfy(service -> assertThat(map(service)).containsKey("healthcheck"));
        assertThat(map(service("keycloak").get("depends_on"))).containsEntry("postgres", healthy());
        assertThat(map(service("baton").get("depends_on")))
                .containsEntry("postgres", healthy())
                .containsEntry("valkey", healthy())
                .containsEntry("keycloak", healthy());
    }

    @Test
    void publishesNothingButTheProxy() {
        assertThat(services.entrySet().stream()
                        .filter(entry -> map(entry.getValue()).containsKey("ports")))
                .extracting(Map.Entry::getKey)
                .containsExactly("proxy");
    }

    @Test
    void takesEveryVariableFromTheExampleAndLeavesNoneUnused() {
        var used =
                VARIABLE.matcher(compose).results().map(match -> match.group(1)).toList();

        assertThat(new TreeSet<>(used)).isEqualTo(example().keySet());
    }

    @Test
    void holdsNoSecret() {
        for (var service : services.values()) {
            var environment = map(map(service).getOrDefault("environment", Map.of()));
            environment.forEach((name, value) -> {
                if (SECRET_NAME.matcher(name).matches()) {
                    assertThat(value.toString()).as(name).matches("\\$\\{[A-Z_]+:\\?}");
                }
            });
        }
        assertThat(example()).allSatisfy((name, value) -> {
            if (SECRET_NAME.matcher(name).matches()) {
                assertThat(value).as(name).isEqualTo("change-me");
            }
        });
    }

    @Test
    void keepsDataInDeclaredVolumesAndMountsFilesThatExist() {
        var declared = map(yaml(compose).get("volumes")).keySet();
        var mounts = services.values().stream()
                .flatMap(service -> list(map(service).getOrDefault("volumes", List.of())).stream())
                .map(mount -> mount.substring(0, mount.indexOf(':')))
                .toList();

        assertThat(mounts.stream().filter(source -> !source.startsWith("./")))
                .containsExactlyInAnyOrderElementsOf(declared);
        assertThat(mounts.stream().filter(source -> source.startsWith("./")))
                .allSatisfy(source -> assertThat(Path.of(source)).exists());
    }

    @Test
    void runsTheKeycloakThatTheTestsRun() {
        var version =
                Pattern.compile("<keycloak.version>(.*)</keycloak.version>").matcher(read("pom.xml"));

        assertThat(version.find()).isTrue();
        assertThat(service("keycloak").get("image")).isEqualTo("keycloak/keycloak:" + version.group(1));
        assertThat(list(service("keycloak").get("command"))).containsExactly("start", "--import-realm");
    }

    @Test
    void namesNoRegistry() {
        var images = Stream.concat(
                services.values().stream()
                        .map(service -> String.valueOf(map(service).get("image"))),
                instructions("FROM").map(line -> line.split(" ")[0]));

        assertThat(images)
                .allSatisfy(image -> assertThat(image.split("/")[0]).matches(image.contains("/") ? "[a-z]+" : ".*"));
    }

    @Test
    void startsBatonFromTheClassPathInWhichCockpitFindsItsPlugin() {
        assertThat(instructions("ENTRYPOINT"))
                .containsExactly("[\"java\", \"-cp\", \"app.jar:lib/*\", \"io.baton.Application\"]");
        assertThat(dockerfile)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("RUN mvn -B package")
                        .contains("-Djarmode=tools")
                        .contains("--application-filename app.jar"));
    }

    @Test
    void runsAsSomebodyWithoutRightsAndTellsItsHealth() {
        assertThat(instructions("USER")).containsExactly("baton");
        assertThat(instructions("ENV")).anyMatch(line -> line.contains("SPRING_PROFILES_ACTIVE=production"));
        assertThat(instructions("HEALTHCHECK")).singleElement().asString().contains("/actuator/health");
    }

    @Test
    void knowsEveryInstructionAndCopiesWhatExists() {
        assertThat(dockerfile)
                .allMatch(line -> line.matches("(FROM|COPY|RUN|WORKDIR|USER|ENV|EXPOSE|HEALTHCHECK|ENTRYPOINT) .+"));
        assertThat(instructions("COPY").filter(line -> !line.startsWith("--from")))
                .allSatisfy(line -> assertThat(Path.of(line.split(" ")[0])).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/health.sh", "deploy/postgres/roles.sh", ".ci/run"})
    void shipsScriptsThatBashCanRead(String script) throws Exception {
        var check = new ProcessBuilder("bash", "-n", script)
                .redirectErrorStream(true)
                .start();

        assertThat(new String(check.getInputStream().readAllBytes())).isEmpty();
        assertThat(check.waitFor()).isZero();
        assertThat(Path.of(script)).isExecutable();
    }

    @Test
    void ranOnCiByTheCommandOfTheReadme() {
        assertThat(read(".ci/run").lines().toList()).last().isEqualTo("exec mvn -B verify");
        assertThat(read("README.md")).contains("mvn verify");
    }

    private Stream<String> instructions(String name) {
        return dockerfile.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1));
    }

    private static TreeMap<String, String> example() {
        var example = new TreeMap<String, String>();
        read(".env.example")
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .forEach(line -> {
                    var at = line.indexOf('=');
                    example.put(line.substring(0, at), line.substring(at + 1));
                });
        return example;
    }

    private static Object healthy() {
        return Map.of("condition", "service_healthy");
    }

    private Map<String, Object> service(String name) {
        return map(services.get(name));
    }

    private static Map<String, Object> yaml(String text) {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(@Nullable Object value) {
        return (List<String>) Objects.requireNonNull(value);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
