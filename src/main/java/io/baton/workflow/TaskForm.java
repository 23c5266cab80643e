package io.baton.workflow;

import io.baton.kernel.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What came back from a form, where anything may be in it. A form that brings what nobody asked for, or changes what it was
 * only to show, is refused with 422 {@code form_tampered} and the field.
 */
public final class TaskForm {

    private TaskForm() {}

    /** Refuses variables that are not known. */
    public static void refuseStrangers(Map<String, Object> fields, Collection<String> known) {
        fields.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw tampered(name);
                });
    }

    /** Refuses another value than the one that was shown. */
    public static void refuseChanged(Map<String, Object> fields, Collection<String> names, Map<String, Object> shown) {
        names.stream()
                .filter(name -> !Objects.equals(shown.get(name), fields.get(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw tampered(name);
                });
    }

    /** The refusal of a form that changed this field. */
    public static Problem tampered(String field) {
        var violation = Map.of("field", field, "message", "must not be changed");
        return Problem.of(422, "form_tampered", Map.of("violations", List.of(violation)));
    }
}
