package io.baton.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Renders refusals as RFC 9457 problem details: stable {@code code}, {@code detail} in the caller's language,
 * {@code traceId}; never a stack trace.
 */
@Component
public class Problems {

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    Problems(MessageSource messages, LocaleResolver locales, ObjectMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    public ProblemDetail detail(Problem problem, HttpServletRequest request) {
        var detail = ProblemDetail.forStatus(problem.status());
        detail.setDetail(text("problem." + problem.code(), problem.code(), locales.resolveLocale(request)));
        detail.setInstance(URI.create(request.getRequestURI()));
        detail.setProperty("code", problem.code());
        detail.setProperty("traceId", TraceId.of(request));
        problem.properties().forEach(detail::setProperty);
        return detail;
    }

    /** Answers where no controller can: in filters and before a socket is opened. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var detail = detail(problem, request);
        response.setStatus(problem.status());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        if (problem.properties().get("retryAfterSeconds") instanceof Long seconds) {
            response.setHeader("Retry-After", seconds.toString());
        }
        if (isNavigation(request)) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getWriter().write(page(detail, locales.resolveLocale(request)));
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getWriter(), detail);
        }
    }

    String text(String key, String fallback, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, fallback, locale));
    }

    /** A person who typed or followed an address, and not a program. */
    private static boolean isNavigation(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return "GET".equals(request.getMethod()) && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private String page(ProblemDetail detail, Locale locale) {
        return """
                <!doctype html><html lang="%s"><meta charset="utf-8"><title>Baton</title>
                <body style="font-family:sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem;color:#1f2937">
                <p style="color:#6b7280">Baton · %d %s</p><h1 style="font-size:1.25rem">%s</h1>
                <p><a href="/desk/">%s</a></p><p style="color:#9ca3af;font-size:.8rem">%s</p></body></html>
                """.formatted(
                        locale.toLanguageTag(),
                        detail.getStatus(),
                        HttpStatus.valueOf(detail.getStatus()).getReasonPhrase(),
                        text("problem." + codeOf(detail), codeOf(detail), locale),
                        text("page.again", "Baton", locale),
                        codeOf(detail));
    }

    private static String codeOf(ProblemDetail detail) {
        var properties = detail.getProperties();
        return properties == null ? "" : String.valueOf(properties.get("code"));
    }
}
