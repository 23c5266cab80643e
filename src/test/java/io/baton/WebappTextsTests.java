package io.baton;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the Chinese texts of the engine's webapps complete: the webapps show the bare name of a text that is missing. */
class WebappTextsTests {

    private static final Path OURS = Path.of("src/main/frontend/src/camunda/locales");
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*(\\w+)");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void translatesEveryTextAWebappUses(String app) throws IOException {
        assertThat(chinese(app)).containsKeys(used(app).keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void fillsInTheSameValues(String app) throws IOException {
        var chinese = chinese(app);
        used(app)
                .forEach((key, text) ->
                        assertThat(holes(chinese.getOrDefault(key, ""))).as(key).isEqualTo(holes(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void translatesNothingAWebappDoesNotKnow(String app) throws IOException {
        var known = words(app);
        known.addAll(english(app).keySet());
        assertThat(known).containsAll(own(app).keySet());
    }

    /** All texts but those of the screens that only the vendor's paid edition has. */
    private static Map<String, String> used(String app) throws IOException {
        var words = words(app);
        var used = english(app);
        used.keySet().removeIf(key -> key.startsWith("PLGN_") && !words.contains(key));
        return used;
    }

    private static Set<String> words(String app) throws IOException {
        var scripts = resource("webjars/camunda/app/%s/camunda-%s-bootstrap.js".formatted(app, app))
                + resource("plugin/%s/app/plugin.js".formatted(app));
        return WORD.matcher(scripts).results().map(MatchResult::group).collect(toSet());
    }

    private static Map<String, String> english(String app) throws IOException {
        var text = resource("webjars/camunda/app/%s/locales/en.json".formatted(app));
        return labels(text.substring(text.indexOf('{')));
    }

    private static Map<String, String> chinese(String app) throws IOException {
        var labels = labels(Files.readString(OURS.resolve("common.zh.json")));
        labels.putAll(own(app));
        return labels;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> own(String app) throws IOException {
        return JSON.readValue(OURS.resolve(app + ".zh.json").toFile(), Map.class);
    }

    private static Map<String, String> labels(String json) throws IOException {
        var labels = new HashMap<String, String>();
        JSON.readTree(json)
                .get("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static String resource(String name) throws IOException {
        try (InputStream file =
                WebappTextsTests.class.getClassLoader().getResourceAsStream("META-INF/resources/" + name)) {
            return file == null ? "" : new String(file.readAllBytes(), UTF_8);
        }
    }

    private static List<String> holes(String text) {
        return HOLE.matcher(text)
                .results()
                .map((MatchResult hole) -> hole.group(1))
                .sorted()
                .toList();
    }
}
