package io.baton.workflow;

import io.baton.kernel.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * Carries a refusal through the engine: the command is rolled back, and whoever completed the task in Tasklist reads why,
 * in both languages. Of this type because the engine's REST API answers 400 to it and 500 to any other.
 */
final class StepRefused extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    StepRefused(Problem problem) {
        super(problem.code(), text(problem), problem);
        this.problem = problem;
    }

    /** A refusal is an answer, and jobs that come too late are refused every day: a hundred lines of the engine say nothing. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    Problem problem() {
        return problem;
    }

    private static String text(Problem problem) {
        var key = "problem." + problem.code();
        return text(Locale.SIMPLIFIED_CHINESE, key) + " " + text(Locale.ROOT, key) + fields(problem);
    }

    private static String text(Locale locale, String key) {
        try {
            return ResourceBundle.getBundle(
                            "messages",
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
        } catch (MissingResourceException untranslated) {
            return key;
        }
    }

    private static String fields(Problem problem) {
        return problem.properties().get("violations") instanceof List<?> violations
                ? violations.stream()
                        .map(violation -> (Map<?, ?>) violation)
                        .map(violation -> violation.get("field") + ": " + violation.get("message"))
                        .collect(Collectors.joining("; ", " (", ")"))
                : "";
    }
}
