package io.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be checked of what is written for people. */
class DocumentationTests {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]+`");
    private static final String MODULES = "leave|handoff|chat|presence|rota|ticket|widget";
    private static final Pattern SETTING =
            Pattern.compile("\\b(?:duration|number|flag|text)\\(\\s*\"((?:" + MODULES + ")\\.[a-z-]+)\",");
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\|.*\\|$");

    @ParameterizedTest
    @MethodSource("pages")
    void linksToWhatExists(Path page) {
        assertThat(found(LINK, read(page), 1))
                .allSatisfy(link ->
                        assertThat(page.toAbsolutePath().resolveSibling(link)).exists());
    }

    @Test
    void saysTheSameInBothLanguages() {
        var english = read(Path.of("README.md"));
        var chinese = read(Path.of("README.zh-CN.md"));

        assertThat(withoutComments(found(CODE, chinese, 0))).isEqualTo(withoutComments(found(CODE, english, 0)));
        assertThat(found(TABLE_ROW, chinese, 0)).hasSameSizeAs(found(TABLE_ROW, english, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void mapsEveryModule(String readme) throws IOException {
        try (var modules = Files.list(Path.of("src/main/java/io/baton"))) {
            assertThat(modules.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .allSatisfy(module -> assertThat(read(Path.of(readme)))
                            .containsPattern("(?s)```mermaid.*\\b" + module + "\\b.*```"));
        }
    }

    @Test
    void listsEverySettingOfATenantAndNoOther() throws IOException {
        var code = sources();
        var listed =
                found(Pattern.compile("`((?:" + MODULES + ")\\.[a-z-]+)`"), read(Path.of("docs/operations.md")), 1);

        assertThat(listed).containsAll(found(SETTING, code, 1));
        assertThat(listed)
                .allSatisfy(setting ->
                        assertThat(code.contains('"' + setting + '"')).isTrue());
    }

    @Test
    void numbersDecisionsWithoutAGap() throws IOException {
        try (var files = Files.list(Path.of("docs/decisions"))) {
            var numbers = files.map(file ->
                            Integer.valueOf(file.getFileName().toString().substring(0, 4)))
                    .sorted()
                    .toList();

            assertThat(numbers)
                    .isEqualTo(Stream.iterate(1, number -> number + 1)
                            .limit(numbers.size())
                            .toList());
        }
    }

    static Stream<Path> pages() throws IOException {
        try (var top = Files.list(Path.of("."));
                var docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(DocumentationTests::read)
                    .reduce("", String::concat);
        }
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(match -> match.group(group)).toList();
    }

    private static TreeSet<String> withoutComments(List<String> code) {
        return code.stream()
                .map(piece -> piece.replaceAll("(?m) *# .*$", ""))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
