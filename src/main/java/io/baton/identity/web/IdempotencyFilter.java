package io.baton.identity.web;

import io.baton.identity.Problems;
import io.baton.kernel.CurrentActor;
import io.baton.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Honours {@code Idempotency-Key} on every POST of the API: the same request gets the same answer and happens once, a
 * different one with the same key is refused. Answers that changed nothing are not kept.
 */
@Component
@Order(110)
class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    /** Answers with a secret of which only a hash may be kept; to ask again makes another one. */
    private static final String SECRET = "/api/v1/rota/feed";

    private final IdempotentAnswers answers;
    private final CurrentActor current;
    private final Problems problems;

    IdempotencyFilter(IdempotentAnswers answers, CurrentActor current, Problems problems) {
        this.answers = answers;
        this.current = current;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || request.getHeader(HEADER) == null
                || !request.getRequestURI().startsWith("/api/v1/")
                || request.getRequestURI().equals(SECRET)
                || current.find().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            problems.write(Problem.invalid(HEADER, "must have 1 to 200 characters"), request, response);
            return;
        }
        try {
            var person = current.get().id();
            var repeatable = RepeatableRequest.of(request);
            if (answers.begin(person, key, repeatable.hash())) {
                answer(person, key, repeatable, response, chain);
            } else {
                repeat(person, key, repeatable, response);
            }
        } catch (Problem refused) {
            problems.write(refused, request, response);
        }
    }

    private void answer(
            String person, String key, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, answer);
            kept = isKept(answer.getStatus());
            if (kept) {
                var body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
                answers.keep(
                        person,
                        key,
                        new IdempotentAnswers.Answer(
                                request.hash(), answer.getStatus(), body, answer.getHeader("Location")));
            }
        } finally {
            if (!kept) {
                answers.forget(person, key);
            }
            answer.copyBodyToResponse();
        }
    }

    private void repeat(String person, String key, RepeatableRequest request, HttpServletResponse response)
            throws IOException {
        var before = answers.find(person, key);
        if (before.isEmpty()) {
            problems.write(Problem.conflict("request_in_progress"), request, response);
        } else if (!before.get().requestHash().equals(request.hash())) {
            problems.write(Problem.of(422, "idempotency_key_reused", Map.of()), request, response);
        } else if (before.get().status() instanceof Integer status) {
            write(before.get(), status, response);
        } else {
            problems.write(Problem.conflict("request_in_progress"), request, response);
        }
    }

    private static void write(IdempotentAnswers.Answer answer, int status, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setHeader("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        if (answer.body() != null && !answer.body().isEmpty()) {
            response.setContentType(
                    status < 400 ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(answer.body());
        }
    }

    /** What was done, and what the rules refused for good; a request that was merely wrong may be corrected. */
    private static boolean isKept(int status) {
        return status / 100 == 2 || status == HttpStatus.CONFLICT.value();
    }
}
