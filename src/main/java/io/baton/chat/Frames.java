package io.baton.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.baton.kernel.Problem;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The only place that encodes and decodes frames. Decoding refuses with a {@link Problem}: {@code unreadable} for what is
 * no JSON object with a type, {@code unknown_type}, or {@code invalid} with the field that is wrong.
 */
@Component
public class Frames {

    private static final int DEPTH = 8;
    private static final String MESSAGE = "{\"type\":\"TEXT\",";

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private final Map<String, Class<?>> commands = names(ClientFrame.class);
    private final Map<Class<?>, List<String>> required =
            commands.values().stream().collect(Collectors.toMap(Function.identity(), Frames::required));
    private final ObjectMapper reader;
    private final ObjectMapper writer;

    /** A decoded frame, or the refusal of it with the id to answer to. */
    public sealed interface Decoded {
        record Frame(ClientFrame frame) implements Decoded {}

        record Refused(@Nullable String id, Problem problem) implements Decoded {}
    }

    public Frames() {
        reader = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfigDefaults(any -> any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                        .setAcceptBlankAsEmpty(false))
                .withCoercionConfig(
                        LogicalType.Textual,
                        textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
        reader.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEPTH).build());
        writer = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .addMixIn(ServerFrame.class, Typed.class)
                .build();
        names(ServerFrame.class).forEach((name, type) -> writer.registerSubtypes(new NamedType(type, name)));
    }

    public String encode(ServerFrame frame) {
        try {
            return writer.writeValueAsString(frame);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Decoded decode(String text) {
        var message = text.startsWith(MESSAGE) ? message(text) : null;
        return message == null ? decodeAny(text) : new Decoded.Frame(message);
    }

    /** The frame that comes most, when it is flawless; what is wrong with it otherwise is found out step by step. */
    private ClientFrame.@Nullable Text message(String text) {
        try {
            var frame = reader.readValue(text, ClientFrame.Text.class);
            return Objects.isNull(frame.conversationId()) ? null : frame;
        } catch (JsonProcessingException flawed) {
            return null;
        }
    }

    private Decoded decodeAny(String text) {
        JsonNode tree;
        try {
            tree = reader.readTree(text);
        } catch (JsonProcessingException broken) {
            return new Decoded.Refused(null, Problem.unreadable("unreadable"));
        }
        var id = tree.path("id").isTextual() ? tree.path("id").textValue() : null;
        if (!tree.isObject() || !tree.path("type").isTextual()) {
            return new Decoded.Refused(id, Problem.unreadable("unreadable"));
        }
        var type = commands.get(tree.path("type").textValue());
        if (type == null) {
            return new Decoded.Refused(id, Problem.unreadable("unknown_type"));
        }
        for (var field : required.getOrDefault(type, List.of())) {
            if (!tree.hasNonNull(field)) {
                return new Decoded.Refused(id, Problem.invalid(field, "is missing"));
            }
        }
        try {
            return new Decoded.Frame((ClientFrame) reader.treeToValue(tree, type));
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            return new Decoded.Refused(id, problem(wrong));
        }
    }

    private static Problem problem(Exception wrong) {
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem refusal) {
                return refusal;
            }
        }
        var field = wrong instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("frame")
                : "frame";
        return Problem.invalid(field, "has the wrong type");
    }

    /** The frames of a direction by the type they have on the wire, for example {@code HANDOFF_ACCEPT}. */
    static Map<String, Class<?>> names(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .collect(Collectors.toUnmodifiableMap(Frames::name, Function.identity()));
    }

    private static List<String> required(Class<?> frame) {
        return Arrays.stream(frame.getRecordComponents())
                .filter(field -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static String name(Class<?> frame) {
        return frame.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
