package io.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the server exists in both languages, and every problem code has a text. */
class MessagesTests {

    private static final Pattern CODE = Pattern.compile(
            "Problem\\s*\\.\\s*(?:unreadable|forbidden|notFound|conflict|tooMany|of)\\(\\s*(?:\\d+,\\s*)?\"([a-z_]+)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys("messages_zh_CN.properties")).isEqualTo(keys("messages.properties"));
    }

    @Test
    void everyProblemHasAText() {
        assertThat(keys("messages.properties")).containsAll(problemCodes());
    }

    private static Set<String> problemCodes() {
        var codes = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> CODE.matcher(read(file))
                            .results()
                            .forEach(match -> codes.add("problem." + match.group(1))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(codes).isNotEmpty();
        return codes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> keys(String file) {
        var texts = new Properties();
        try (var reader = new InputStreamReader(
                Files.newInputStream(Path.of("src/main/resources", file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
