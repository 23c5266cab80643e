package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The published contract of the socket says what the code does, frame by frame and field by field. */
class AsyncApiTests {

    private static final Path CONTRACT = Path.of("docs/asyncapi.yaml");

    @Test
    void listsEveryFrameWithItsFieldsAndWhichOfThemAreRequired() throws IOException {
        var expected = new TreeMap<String, String>();
        Frames.names(ClientFrame.class).forEach((name, type) -> expected.put("client." + name, fields(type)));
        Frames.names(ServerFrame.class).forEach((name, type) -> expected.put("server." + name, fields(type)));
        var written = new TreeMap<String, String>();
        messages().forEach((name, message) -> written.put(name, fields(payload(message))));
        assertThat(written).isEqualTo(expected);
    }

    @Test
    void refersToMessagesThatExistAndToEachOfThem() throws IOException {
        var text = Files.readString(CONTRACT);
        var referred = new TreeSet<String>();
        text.lines()
                .filter(line -> line.contains("#/components/messages/"))
                .map(line -> line.replaceAll(".*#/components/messages/([^']+)'.*", "$1"))
                .forEach(referred::add);
        assertThat(referred).isEqualTo(messages().keySet());
    }

    private static String fields(Class<?> frame) {
        return Arrays.stream(frame.getRecordComponents())
                .map(field -> field.getName() + (isOptional(field) ? "?" : ""))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static boolean isOptional(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String fields(Map<?, ?> payload) {
        var required = (List<?>) in(payload, "required");
        return ((Map<?, ?>) in(payload, "properties"))
                .keySet().stream()
                        .map(String::valueOf)
                        .filter(name -> !name.equals("type"))
                        .map(name -> name + (required.contains(name) ? "" : "?"))
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    private static Map<?, ?> payload(Object message) {
        return (Map<?, ?>) in((Map<?, ?>) message, "payload");
    }

    private static TreeMap<String, Object> messages() throws IOException {
        Map<String, Object> contract = new Yaml().load(Files.readString(CONTRACT));
        var messages = new TreeMap<String, Object>();
        ((Map<?, ?>) in((Map<?, ?>) in(contract, "components"), "messages"))
                .forEach((name, message) -> messages.put(String.valueOf(name), message));
        return messages;
    }

    private static Object in(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }
}
