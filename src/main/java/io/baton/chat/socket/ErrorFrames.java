package io.baton.chat.socket;

import io.baton.chat.ServerFrame;
import io.baton.kernel.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a refusal into an ERROR frame, in the client's language. */
@Component
class ErrorFrames {

    private static final int SECOND = 1_000;

    private final MessageSource messages;

    ErrorFrames(MessageSource messages) {
        this.messages = messages;
    }

    ServerFrame.Error of(Problem problem, @Nullable String id, Locale locale) {
        var retry = problem.properties().get("retryAfterSeconds") instanceof Number seconds
                ? Long.valueOf(seconds.longValue() * SECOND)
                : null;
        return new ServerFrame.Error(problem.code(), text(problem.code(), locale) + violation(problem), id, retry);
    }

    ServerFrame.Error slowDown(@Nullable String id, long millis, Locale locale) {
        return new ServerFrame.Error("slow_down", text("slow_down", locale), id, millis);
    }

    private String text(String code, Locale locale) {
        return String.valueOf(messages.getMessage("problem." + code, null, code, locale));
    }

    private static String violation(Problem problem) {
        return problem.properties().get("violations") instanceof List<?> all
                        && !all.isEmpty()
                        && all.getFirst() instanceof Map<?, ?> first
                ? " (" + first.get("field") + " " + first.get("message") + ")"
                : "";
    }
}
