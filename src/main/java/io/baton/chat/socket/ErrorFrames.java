package io.baton.chat.socket;

import io.baton.chat.ClientFrame;
import io.baton.chat.ServerFrame;
import io.baton.kernel.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Puts a refusal into an ERROR frame, in the client's language. */
@Component
class ErrorFrames {

    private static final Logger log = LoggerFactory.getLogger(ErrorFrames.class);
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

    /** Of whatever went wrong with a frame: what is no refusal is logged and told without its words. */
    ServerFrame.Error of(Throwable failure, ClientFrame frame, Locale locale) {
        return of(problem(frame, failure), frame.id(), locale);
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

    /** What goes wrong in a handler is logged without its words, which may be those of a message. */
    private static Problem problem(ClientFrame frame, Throwable failure) {
        return switch (failure) {
            case Problem refusal -> refusal;
            case DataAccessResourceFailureException away -> away();
            case CannotCreateTransactionException away -> away();
            case TransientDataAccessException later -> away();
            default -> {
                log.error(
                        "{} failed: {} at {}",
                        frame.getClass().getSimpleName(),
                        failure.getClass().getName(),
                        failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
                yield Problem.of(500, "internal", Map.of());
            }
        };
    }

    private static Problem away() {
        return Problem.of(503, "unavailable", Map.of("retryAfterSeconds", 1L));
    }
}
