package io.baton;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who knows the model can guess every file name: the names of the models are held against files, beans and types. */
class SymmetryTests {

    private static final Path MAIN = Path.of("src/main/java/io/baton");
    private static final Path TESTS = Path.of("src/test/java/io/baton");

    static Stream<String> processes() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .map(name -> name.substring(0, name.length() - ".bpmn".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void processIsCalledLikeItsFileAndHasRulesAndAVersion(String stem) {
        var process =
                model(stem).getModelElementsByType(Process.class).iterator().next();
        assertThat(process.getId()).isEqualTo(stem);
        assertThat(process.getCamundaVersionTag()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(Path.of("rules", stem + ".drl")).exists();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyServiceTaskHasItsBeanAndItsStep(String stem) throws Exception {
        var steps = Class.forName(typeOf(pascal(stem) + "Steps"));
        var methods = Stream.<Class<?>>iterate(steps, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(Method::getName)
                .toList();
        for (var task : model(stem).getModelElementsByType(ServiceTask.class)) {
            var bean = camel(stem) + task.getId();
            assertThat(task.getCamundaDelegateExpression()).as(task.getId()).isEqualTo("${" + bean + "}");
            assertThat(methods).as(task.getId()).contains(bean, uncapitalized(task.getId()));
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyUserTaskHasItsForm(String stem) {
        for (var task : model(stem).getModelElementsByType(UserTask.class)) {
            var form = stem + "-" + kebabWithoutNoun(task.getId(), stem);
            assertThat(task.getCamundaFormRef()).as(task.getId()).isEqualTo(form);
            assertThat(Path.of("forms", form + ".form")).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyMessageIsThePastTenseOfAnEvent(String stem) {
        for (var message : model(stem).getModelElementsByType(Message.class)) {
            var parts = message.getName().split("\\.");
            assertThat(parts).as(message.getName()).hasSize(2);
            assertThat(parts[0]).isEqualTo(stem);
            assertThat(find(MAIN, pascal(stem) + parts[1] + ".java"))
                    .as(message.getName())
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyProcessHasItsFacadeAndItsTests(String stem) {
        assertThat(find(MAIN, pascal(stem) + "Process.java")).isPresent();
        for (var suffix : List.of("ProcessTests", "RulesTests", "ControllerTests")) {
            assertThat(find(TESTS, pascal(stem) + suffix + ".java")).as(suffix).isPresent();
        }
    }

    private static BpmnModelInstance model(String stem) {
        return Bpmn.readModelFromFile(Path.of("processes", stem + ".bpmn").toFile());
    }

    private static String typeOf(String simpleName) {
        var file = find(MAIN, simpleName + ".java").orElseThrow(() -> new AssertionError("no type " + simpleName));
        var path = Path.of("src/main/java").relativize(file).toString();
        return path.substring(0, path.length() - ".java".length())
                .replace('/', '.')
                .replace('\\', '.');
    }

    private static Optional<Path> find(Path root, String name) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** {@code ApproveLeave} of {@code leave} is {@code approve}; {@code StepIn} of {@code handoff} is {@code step-in}. */
    private static String kebabWithoutNoun(String id, String stem) {
        var words = List.of(id.split("(?=\\p{Lu})"));
        var noun = stem.substring(stem.lastIndexOf('-') + 1);
        var last = words.getLast().toLowerCase(Locale.ROOT);
        return words.subList(0, last.equals(noun) ? words.size() - 1 : words.size()).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(joining("-"));
    }

    private static String pascal(String stem) {
        return Stream.of(stem.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(joining());
    }

    private static String camel(String stem) {
        return uncapitalized(pascal(stem));
    }

    private static String uncapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
